// A shop by DynamoDB Toolbox: two entities in one table with timestamps, links from attributes to keys, and an index.
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { $add, any, binary, boolean, Entity, GetItemCommand, item, list, map, number, PutItemCommand, QueryCommand, record, set, string, Table, UpdateItemCommand } from 'dynamodb-toolbox';
import { client, run, table } from './Verbs.mjs';

const shop = new Table({
    name: table,
    documentClient: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    partitionKey: { name: 'pk', type: 'string' },
    sortKey: { name: 'sk', type: 'string' },
    indexes: { gsi1: { type: 'global', partitionKey: { name: 'gsi1pk', type: 'string' }, sortKey: { name: 'gsi1sk', type: 'string' } } },
});

const Customer = new Entity({
    name: 'Customer', table: shop,
    schema: item({
        customerId: string().key().savedAs('id'),
        name: string(),
        country: string(),
        visits: number().default(0),
        credit: number().optional(),
        isMember: boolean().optional(),
        nickname: string().optional(),
        nothing: any().optional(),
        address: map({ street: string(), floor: number().optional() }).optional(),
        contacts: list(map({ kind: string(), value: string() })).optional(),
        tags: set(string()).optional(),
        scores: set(number()).optional(),
        limits: record(string(), number()).optional(),
        photo: binary().optional(),
    }).and((prior) => ({
        gsi1pk: string().hidden().link(({ country }) => `COUNTRY#${country}`),
        gsi1sk: string().hidden().link(({ name }) => `CUSTOMER#${name}`),
    })),
    computeKey: ({ customerId }) => ({ pk: `CUSTOMER#${customerId}`, sk: 'PROFILE' }),
});

const Order = new Entity({
    name: 'Order', table: shop,
    schema: item({
        customerId: string().key(),
        orderNumber: number().key(),
        status: string().enum('open', 'shipped'),
        placedAt: string(),
        lines: list(map({ article: string(), count: number(), price: number() })),
        note: string().optional(),
    }).and(() => ({
        gsi1pk: string().hidden().link(({ status }) => `STATUS#${status}`),
        gsi1sk: string().hidden().link(({ placedAt }) => placedAt),
    })),
    computeKey: ({ customerId, orderNumber }) => ({ pk: `CUSTOMER#${customerId}`, sk: `ORDER#${orderNumber}` }),
});

const get = async (entity, key) => (await entity.build(GetItemCommand).key(key).options({ consistent: true }).send()).Item;
const query = async (entity, of) => (await shop.build(QueryCommand).query(of).entities(entity).send()).Items;

await run({
    async create() {
        const put = (entity, values) => entity.build(PutItemCommand).item(values).send();
        await put(Customer, {
            customerId: 'Ada', name: 'Ada Lovelace', country: 'AT', visits: 3, credit: 12.5, isMember: true, nothing: null,
            address: { street: 'Ring 1', floor: 2 },
            contacts: [{ kind: 'mail', value: 'ada@example.org' }, { kind: 'phone', value: '1815' }],
            tags: new Set(['b', 'a']), scores: new Set([3, 1.5]), limits: { day: 5, week: 20.5 }, photo: new Uint8Array([1, 2, 255]),
        });
        await put(Customer, { customerId: 'bob', name: 'Bob', country: 'DE', isMember: false });
        await put(Order, {
            customerId: 'Ada', orderNumber: 7, status: 'open', placedAt: '2024-03-01T10:00:00.000Z',
            lines: [{ article: 'pen', count: 2, price: 1.25 }], note: 'ring twice',
        });
        await put(Order, { customerId: 'Ada', orderNumber: 12, status: 'shipped', placedAt: '2024-03-02T10:00:00.000Z', lines: [] });
    },

    async read(...ids) {
        const read = [];
        for (const customerId of ids) {
            const partition = `CUSTOMER#${customerId}`;
            const orders = await query(Order, { partition, range: { beginsWith: 'ORDER#' } });
            const gotten = [];
            for (const { orderNumber } of orders) gotten.push(await get(Order, { customerId, orderNumber }));
            const account = (await shop.build(QueryCommand).query({ partition }).entities(Customer, Order).send()).Items;
            read.push({ customer: await get(Customer, { customerId }), orders, gotten, account });
        }
        return {
            read,
            byCountry: (await query(Customer, { index: 'gsi1', partition: 'COUNTRY#AT' })).map((customer) => customer.customerId),
            byStatus: (await query(Order, { index: 'gsi1', partition: 'STATUS#open' })).map((order) => order.orderNumber),
        };
    },

    async change(customerId) {
        await Customer.build(UpdateItemCommand).item({ customerId, visits: $add(1), nickname: 'Changed', name: 'Renamed', country: 'AT' }).send();
    },
});
