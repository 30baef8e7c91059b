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

async function configuration() {
  const { parse } = require('@cdktn/hcl2json');
  process.stdout.write(JSON.stringify(await parse('main.tf', text)));
}

process.argv[2] === 'template' ? template() : configuration();
