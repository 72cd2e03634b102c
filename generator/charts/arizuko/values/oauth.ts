import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { list } from "../../../values/list.ts";
import { text } from "../../../values/text.ts";

const clientId = text("Client id; empty for none. Its secret is among `secrets`.");

/** Who may sign in, and how. Source: reference arizuko.md, section 2.2, authd. */
export const oauth = group("Ways to sign in. With none, nobody can.", {
  github: group("GitHub.", {
    clientId,
    allowedOrg: text("Let members of one organisation in only."),
  }),
  google: group("Google.", {
    clientId,
    allowedEmails: list("Let these addresses in only; empty for everybody.", {
      item: text("An e-mail address.", { pattern: "[^,\\s]+@[^,\\s]+", minLength: 3 }),
      unique: true,
    }),
  }),
  discord: group("Discord.", { clientId }),
  telegram: boolean("Sign in through the bot of the adapter account `telegram`.", { default: false }),
  surrogateGithub: group("GitHub on behalf of users, who connect it in the dashboard.", { clientId }),
});
