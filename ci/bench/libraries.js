// What any program in Node.js needs that reads YAML, checks JSON Schema and fills in texts, before it does anything.
import "yaml";
import "ajv";
import "handlebars";
