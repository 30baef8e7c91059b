using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Transport;
using static DynamoGen.Tests.Transport.CannedTransport;

namespace DynamoGen.Tests.Transport;

/// <summary>Faults of a server on the loopback address: which exception a write ends with, what it may have done, and that no connection is left.</summary>
public sealed class DirectFaultTests
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    /// <summary>Each fault, what it ends with, whether it is tried again, whether the write may be applied, and whether its connection is kept.</summary>
    private static readonly Dictionary<string, (Func<CannedResponse> Make, Type Ends, bool IsRetried, bool MayBeApplied, bool IsKept)> Faults = new()
    {
        ["resets"] = (CannedResponse.Reset, typeof(IOException), true, true, false),
        ["hangs up"] = (CannedResponse.Nothing, typeof(HttpIOException), true, true, false),
        ["stalls"] = (static () => CannedResponse.Stalled(new byte[100], 0, Never), typeof(TimeoutException), true, true, false),
        ["stalls in the body"] = (static () => CannedResponse.Stalled(new byte[100], 40, Never), typeof(TimeoutException), true, true, false),
        ["truncates"] = (static () => CannedResponse.Truncated(new byte[100], 40), typeof(HttpIOException), true, true, false),
        ["wrong CRC"] = (static () => CannedResponse.Ok("{}"u8.ToArray(), crc32: 1), typeof(IOException), true, true, true),
        ["500"] = (static () => CannedResponse.Error(500, "InternalServerError"), typeof(InternalServerErrorException), true, true, true),
        ["503"] = (static () => CannedResponse.Error(503, "ServiceUnavailable"), typeof(AmazonDynamoDBException), true, true, true),
        ["throttles"] = (static () => CannedResponse.Error(400, "ProvisionedThroughputExceededException"),
            typeof(ProvisionedThroughputExceededException), true, false, true),
        ["301"] = (static () => CannedResponse.Moved(301, "http://127.0.0.1:1/"), typeof(AmazonDynamoDBException), false, false, true),
        ["302"] = (static () => CannedResponse.Moved(302, "http://127.0.0.1:1/"), typeof(AmazonDynamoDBException), false, false, true),
        ["307"] = (static () => CannedResponse.Moved(307, "http://127.0.0.1:1/"), typeof(AmazonDynamoDBException), false, false, true),
        ["too large"] = (static () => CannedResponse.Declaring(ResponseBody.Limit + 1L), typeof(ResponseTooLargeException), false, true, false),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_ends_as_it_should_and_leaves_no_connection(string name)
    {
        var fault = Faults[name];
        await using var server = new CannedServer(fault.Make(), fault.Make());
        var transport = ConnectDirectly(server, static config => config.Timeout = TimeSpan.FromSeconds(1));
        Exception failed;
        using (transport)
        {
            failed = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(transport, DynamoOperation.PutItem));
            if (!fault.IsKept)
            {
                await NoneIsOpenAsync(server);
            }

            Assert.True(server.Open <= 1, "The second attempt has not used the connection of the first one.");
        }

        await NoneIsOpenAsync(server);
        Assert.IsAssignableFrom(fault.Ends, failed);
        Assert.Equal(fault.MayBeApplied, AppliedAttempt.IsIn(failed));
        Assert.Equal(fault.IsRetried ? 2 : 1, server.Requests.Count);
    }

    /// <summary>Waits until the server has seen the end of all connections.</summary>
    private static async Task NoneIsOpenAsync(CannedServer server)
    {
        while (server.Open > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
