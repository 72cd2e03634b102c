/** A mistake of the model's author that the compiler cannot see. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}
