using DynamoGen.Streams.Lambda;
using OrderFunction;
using OrderFunction.Sales;

if (args is ["filter"])
{
    // For the event source mapping: what reaches the function is what its handler handles.
    Console.WriteLine(EventFilter.Of<OrderLog>());
    return 0;
}

if (Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API") is not { Length: > 0 } address)
{
    Console.Error.WriteLine("AWS_LAMBDA_RUNTIME_API is not set: AWS Lambda starts this program. With the argument filter, it prints its event filter.");
    return 2;
}

using var runtime = new RuntimeClient(address);
var function = StreamFunction.Of(new OrderLog(Console.Out));
await RuntimeLoop.RunAsync(runtime, function.HandleAsync);
return 0;
