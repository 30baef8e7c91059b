using System.Runtime.InteropServices;
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

// AWS Lambda tells an instance so that it ends, if an extension is there; else it kills it.
using var ending = new CancellationTokenSource();
using var told = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    ending.Cancel();
});
using var runtime = new RuntimeClient(address);
var function = StreamFunction.Of(new OrderLog(Console.Out));
await RuntimeLoop.RunAsync(runtime, function.HandleAsync, ending.Token);
return 0;
