using System.Text;
using DynamoGen.Repositories;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Transport;

/// <summary>Every array that the direct transport takes from the pool is given back exactly once, on every path.</summary>
[Collection(nameof(PooledMemory))]
public sealed class DirectMemoryTests
{
    private const int Large = 16 * 1024 * 1024;

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"Item\":{\"Body\":{\"S\":\"" + new string('x', Large) + "\"}}}");

    public static TheoryData<string> Answers => [.. Canned.Keys];

    private static Dictionary<string, Func<CannedResponse>> Canned => new()
    {
        ["whole"] = static () => CannedResponse.Ok(Body),
        ["damaged"] = static () => CannedResponse.Ok(Body, crc32: 1),
        ["cut"] = static () => CannedResponse.Truncated(Body, Body.Length - 1),
        ["larger than its limit"] = static () => CannedResponse.Chunked(new byte[ResponseBody.Limit + 1], chunk: 1 << 20),
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_memory_of_an_answer_is_given_back(string answer)
    {
        using var arrays = new RentedArrays(Large);
        await using var server = new CannedServer(Canned[answer](), Canned[answer]());
        using var transport = CannedTransport.ConnectDirectly(server);

        var ended = await Record.ExceptionAsync(() => CannedTransport.SendAsync(transport));

        Assert.Equal(answer == "whole", ended is null);
        Assert.True(arrays.Rented > 0);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    [Fact]
    public async Task The_memory_of_an_answer_that_is_cancelled_is_given_back()
    {
        using var arrays = new RentedArrays(Large);
        await using var server = new CannedServer(CannedResponse.Stalled(Body, Body.Length - 1, Task.Delay(Timeout.Infinite)));
        using var transport = CannedTransport.ConnectDirectly(server);
        using var cancellation = new CancellationTokenSource();

        var call = CannedTransport.SendAsync(transport, DynamoOperation.GetItem, cancellation.Token);
        while (arrays.Rented == 0 && !call.IsCompleted)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    [Fact]
    public async Task The_memory_of_a_page_is_given_back_where_its_reader_goes_away_half_way()
    {
        using var arrays = new RentedArrays(1024 * 1024);
        await using var server = new CannedServer(CannedResponse.Ok(Page()));
        using var transport = CannedTransport.ConnectDirectly(server);
        var context = new RepositoryContext(transport, new DynamoGenTelemetry(), new DynamoGenOptions());

        var pattern = new AccessPattern("IAccounts.Scan", DynamoOperation.Scan, BankPatterns.Get.Table);
        await foreach (var account in context.ScanAsync<Account, Account.Marshaller, Everything>(
            pattern, default, segments: 1, consistentRead: false, TestContext.Current.CancellationToken))
        {
            Assert.Equal("0", account.Id);
            break;
        }

        Assert.True(arrays.Rented > 0);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    /// <summary>A page of more than a megabyte, after which there are more.</summary>
    private static byte[] Page()
    {
        using var writer = new WireWriter();
        writer.Raw("{\"Items\":["u8);
        for (var number = 0; number < 20_000; number++)
        {
            writer.Separator();
            writer.Item<Account, Account.Marshaller>(new Account($"{number}", number));
        }

        writer.Raw("],\"Count\":20000,\"ScannedCount\":20000,\"LastEvaluatedKey\":{\"pk\":{\"S\":\"A\"},\"sk\":{\"S\":\"A\"}}}"u8);
        return writer.Written.ToArray();
    }

    private readonly struct Everything : IQueryRequest
    {
        public void WriteKeyCondition(WireWriter writer, int shard)
        {
        }
    }
}
