// Writes down what the official SDK sends for the input of RecordedBytesTests, header lines and body: npm ci --ignore-scripts && node record.js
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { PublishBatchCommand, SNSClient } from "@aws-sdk/client-sns";

const kept = ["content-type", "x-amz-target", "x-amz-security-token"];
const text = "a b+c&d=e~*'()\"\\/%-_.! \u00e9 \u20ac \u{1f600} \n\t<>";

let name;
const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", chunk => chunks.push(chunk));
  request.on("end", () => {
    const [, scope, signed] = /Credential=[^/]+\/\d+\/(\S+), SignedHeaders=(\S+),/.exec(request.headers.authorization);
    const lines = [`${request.method} ${request.url}`, ...kept.filter(key => request.headers[key]).map(key => `${key}: ${request.headers[key]}`),
      `scope: ${scope}`, `signed: ${signed.split(";").filter(key => kept.includes(key) || key === "host").join(";")}`];
    writeFileSync(`${name}.txt`, lines.join("\n") + "\n\n" + Buffer.concat(chunks).toString("utf8") + "\n");
    response.end(request.headers["x-amz-target"] ? '{"FailedEntryCount":0,"Entries":[]}'
      : "<PublishBatchResponse><PublishBatchResult><Successful/><Failed/></PublishBatchResult></PublishBatchResponse>");
  });
});
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
const config = {
  region: "eu-west-1",
  endpoint: `http://127.0.0.1:${server.address().port}`,
  credentials: { accessKeyId: "access", secretAccessKey: "secret", sessionToken: "token" },
};

const sns = new SNSClient(config);
const entries = [
  { Id: "0", Message: text },
  {
    Id: "1", Message: "{\"default\":\"x\"}", Subject: "Subject & more", MessageStructure: "json",
    MessageAttributes: {
      "text": { DataType: "String", StringValue: text },
      "texts": { DataType: "String.Array", StringValue: "[\"a\",\"\u00e9\"]" },
      "number": { DataType: "Number", StringValue: "-12.50" },
      "bytes": { DataType: "Binary", BinaryValue: new Uint8Array([0, 1, 250, 251, 252, 253, 254, 255]) },
    },
  },
];
name = "sns-standard";
await sns.send(new PublishBatchCommand({ TopicArn: "arn:aws:sns:eu-west-1:111122223333:orders", PublishBatchRequestEntries: entries }));
name = "sns-fifo";
await sns.send(new PublishBatchCommand({
  TopicArn: "arn:aws:sns:eu-west-1:111122223333:orders.fifo",
  PublishBatchRequestEntries: [
    { Id: "0", Message: "first", MessageGroupId: "2:pk2:Sa2:sk2:Sb", MessageDeduplicationId: "100" },
    { Id: "1", Message: "second", MessageGroupId: "2:pk2:Sc2:sk2:Sd", MessageDeduplicationId: "101" },
  ],
}));

const events = new EventBridgeClient(config);
name = "eventbridge";
await events.send(new PutEventsCommand({
  Entries: [
    { EventBusName: "orders", Source: "shop.orders", DetailType: text, Detail: JSON.stringify({ text }) },
    {
      EventBusName: "orders", Source: "shop.orders", DetailType: "OrderPlaced", Detail: "{}", Time: new Date("2026-11-28T12:34:56Z"),
      Resources: ["arn:aws:x:1", "\u00e9"], TraceHeader: "Root=1-5759e988-bd862e3fe1be46a994272793",
    },
  ],
}));
server.close();
sns.destroy();
events.destroy();
