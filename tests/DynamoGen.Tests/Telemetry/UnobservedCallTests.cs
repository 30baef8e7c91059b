using System.Diagnostics;
using DynamoGen.Schema;
using DynamoGen.Telemetry;

namespace DynamoGen.Tests.Telemetry;

public sealed class UnobservedCallTests
{
    private static readonly AccessPattern Get = new("IOrders.Get", DynamoOperation.GetItem, new TableSchema { Name = "orders", PartitionKey = "pk" });

    [Fact]
    public void Allocates_nothing_when_nobody_listens()
    {
        using var telemetry = new DynamoGenTelemetry();

        // A test beside this one may be listening to every source of this name for a moment.
        var allocated = long.MaxValue;
        for (var attempt = 0; attempt < 100 && allocated > 0; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Call(telemetry, "orders");
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > 0)
            {
                Thread.Sleep(20);
            }
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Ignores_everything_that_is_said_to_the_shared_call()
    {
        var call = AccessPatternCall.Unobserved;
        var before = Activity.Current;

        using (call.Activate())
        {
            call.RequestSent("orders", "{}"u8);
            call.Received(1, 1);
            call.Failed(new IOException());
            call.Dispose();
            Assert.Same(before, Activity.Current);
        }
    }

    private static void Call(DynamoGenTelemetry telemetry, string tableName)
    {
        using var call = telemetry.Start(Get, tableName);
        using (call.Activate())
        {
            call.RequestSent("orders", "{}"u8);
        }

        call.Received(1, 0.5);
    }
}
