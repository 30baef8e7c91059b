// Serves SNS and SQS on the loopback address until its standard input ends, with a topic and a FIFO topic that a queue of the same name listens to.
import { startFauxqs } from "fauxqs";

const fifo = { FifoQueue: "true" };
const server = await startFauxqs({
  port: 0,
  logger: false,
  init: {
    region: "eu-west-1",
    queues: [{ name: "orders" }, { name: "orders.fifo", attributes: fifo }],
    topics: [{ name: "orders" }, { name: "orders.fifo", attributes: { FifoTopic: "true" } }],
    subscriptions: [{ topic: "orders", queue: "orders" }, { topic: "orders.fifo", queue: "orders.fifo" }],
  },
});
console.log(server.port);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
