// What the three programs share: a client of the local server, and a verb that is run and answered as JSON.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

const [verb, endpoint, table, ...ids] = process.argv.slice(2);

export { table };

export const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });

// Sets become sorted arrays, bytes become base64: what JSON has no form for.
function plain(_, value) {
    if (value instanceof Set) return [...value].sort();
    if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
    if (value?.type === 'Buffer') return Buffer.from(value.data).toString('base64');
    return value;
}

export async function run(verbs) {
    console.log(JSON.stringify((await verbs[verb](...ids)) ?? null, plain));
}
