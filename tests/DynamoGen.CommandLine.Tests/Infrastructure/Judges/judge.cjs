// Reads a template or a configuration from the standard input, and writes what the judge says of it.
const fs = require('node:fs');
const text = fs.readFileSync(0, 'utf8');

function template() {
  const { loadAwsServiceSpecSync } = require('@aws-cdk/aws-service-spec');
  const db = loadAwsServiceSpecSync();
  const faults = [];

  function isFunction(value) {
    const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    return keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'));
  }

  function object(path, properties, value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push(`${path} is no object`);
      return;
    }
    for (const name of Object.keys(value)) {
      if (!properties[name]) {
        faults.push(`${path} has an unknown ${name}`);
      } else {
        check(`${path}.${name}`, properties[name].type, value[name], properties[name].previousTypes);
      }
    }
    for (const [name, property] of Object.entries(properties)) {
      if (property.required && value[name] === undefined) {
        faults.push(`${path} lacks ${name}`);
      }
    }
  }

  function check(path, type, value) {
    if (isFunction(value)) {
      return;
    }
    switch (type.type) {
      case 'string':
        if (typeof value !== 'string') faults.push(`${path} is no text`);
        else if (type.allowedValues && !type.allowedValues.includes(value)) faults.push(`${path} is ${value}`);
        break;
      case 'integer':
        if (!Number.isInteger(value)) faults.push(`${path} is no integer`);
        break;
      case 'number':
        if (typeof value !== 'number') faults.push(`${path} is no number`);
        break;
      case 'boolean':
        if (typeof value !== 'boolean') faults.push(`${path} is no truth value`);
        break;
      case 'array':
        if (!Array.isArray(value)) faults.push(`${path} is no list`);
        else value.forEach((item, i) => check(`${path}[${i}]`, type.element, item));
        break;
      case 'map':
        Object.entries(value).forEach(([key, item]) => check(`${path}.${key}`, type.element, item));
        break;
      case 'tag':
        object(path, { Key: { type: { type: 'string' }, required: true }, Value: { type: { type: 'string' }, required: true } }, value);
        break;
      case 'ref':
        object(path, db.get('typeDefinition', type.reference.$ref).properties, value);
        break;
      case 'union': {
        const before = faults.length;
        const fits = type.types.filter(one => one.type !== 'json').some(one => {
          const length = faults.length;
          check(path, one, value);
          const fit = faults.length === length;
          faults.length = length;
          return fit;
        });
        if (!fits) faults.push(`${path} is none of its types`);
        break;
      }
      case 'json':
        break;
      default:
        faults.push(`${path} has the unknown type ${type.type}`);
    }
  }

  for (const [id, resource] of Object.entries(JSON.parse(text).Resources)) {
    const found = db.lookup('resource', 'cloudFormationType', 'equals', resource.Type);
    if (found.length !== 1) faults.push(`${id} has the unknown type ${resource.Type}`);
    else object(id, found.only().properties, resource.Properties);
  }
  process.stdout.write(JSON.stringify(faults));
}

function replacements() {
  const db = require('@aws-cdk/aws-service-spec').loadAwsServiceSpecSync();
  const lines = text.split('\n').sort().map(type => {
    const properties = db.lookup('resource', 'cloudFormationType', 'equals', type).only().properties;
    return `${type}: ${Object.keys(properties).filter(name => properties[name].causesReplacement === 'yes').sort().join(' ')}`;
  });
  process.stdout.write(JSON.stringify(lines));
}

function blocks() {
  const db = require('@aws-cdk/aws-service-spec').loadAwsServiceSpecSync();
  const found = [];
  function walk(owner, properties, value) {
    for (const [name, inner] of Object.entries(value)) {
      let type = properties[name].type;
      if (type.type === 'union') type = type.types.find(one => one.type !== 'json');
      const items = type.type === 'array' ? inner : [inner];
      if (type.type === 'array') type = type.element;
      if (type.type !== 'ref') continue;
      const definition = db.get('typeDefinition', type.reference.$ref);
      found.push([owner, name, definition.name]);
      for (const item of items) walk(definition.name, definition.properties, item);
    }
  }
  for (const resource of Object.values(JSON.parse(text).Resources)) {
    walk(null, db.lookup('resource', 'cloudFormationType', 'equals', resource.Type).only().properties, resource.Properties);
  }
  process.stdout.write(JSON.stringify(found));
}

function rules() {
  const path = require('node:path');
  const root = path.dirname(require.resolve('@cdklabs/cdk-validator-cfnguard/package.json'));
  const guard = path.join(root, 'bin', process.platform === 'darwin' ? 'macos' : 'ubuntu', process.arch === 'arm64' ? 'aarch64' : 'x86_64', 'cfn-guard');
  const folder = path.join(root, 'rules', 'control-tower', 'cfn-guard', 'dynamodb');
  const run = require('node:child_process').spawnSync(
    guard,
    ['validate', '--rules', folder, '--structured', '--output-format', 'json', '--show-summary', 'none'],
    { input: text, encoding: 'utf8' });
  if (run.error) throw run.error;
  const [report] = JSON.parse(run.stdout);
  const kept = {};
  for (const name of report.compliant) kept[name] = true;
  for (const { Rule } of report.not_compliant) kept[Rule.name] = false;
  process.stdout.write(JSON.stringify(kept));
}

async function configuration() {
  const { parse } = require('@cdktn/hcl2json');
  process.stdout.write(JSON.stringify(await parse('main.tf', text)));
}

({ template, replacements, blocks, rules, configuration })[process.argv[2]]();
