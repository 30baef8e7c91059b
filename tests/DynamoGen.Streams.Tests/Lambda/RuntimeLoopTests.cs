using System.Diagnostics;
using System.Text;
using DynamoGen.Streams.Tests.Records;

namespace DynamoGen.Streams.Tests.Lambda;

/// <summary><c>samples/StreamFunction</c> as AWS Lambda runs it: a program that asks for its events.</summary>
public sealed class RuntimeLoopTests
{
    /// <summary>Only a program that hangs needs as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task It_answers_event_by_event_with_the_first_record_that_failed()
    {
        await using var service = new RuntimeApi(
            Batch(Inserted("101", Order("1")), Inserted("102", Order("2"))),
            Batch(Inserted("103", Order("3")), Inserted("104", """{"_t":{"S":"Order"},"OrderId":{"S":"four"}}"""), Inserted("105", Order("5"))),
            """{"Records":"none"}""",
            Batch(Inserted("106", Order("6"))));
        using var program = Start(service.Address);
        try
        {
            Assert.Equal(new("invocation/request-1/response", """{"batchItemFailures":[]}"""), await AnswerAsync(service));
            Assert.Equal(new("invocation/request-2/response", """{"batchItemFailures":[{"itemIdentifier":"104"}]}"""), await AnswerAsync(service));
            var refused = await AnswerAsync(service);
            Assert.Equal("invocation/request-3/error", refused.Path);
            Assert.Contains("\"errorType\":\"ItemFormatException\"", refused.Body);
            Assert.Equal(new("invocation/request-4/response", """{"batchItemFailures":[]}"""), await AnswerAsync(service));
        }
        finally
        {
            program.Kill();
        }

        var log = await program.StandardOutput.ReadToEndAsync();
        Assert.Equal(
            ["101: order 1 of ALFKI was placed", "102: order 2 of ALFKI was placed", "103: order 3 of ALFKI was placed", "106: order 6 of ALFKI was placed"],
            log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task It_prints_the_filter_of_its_handler()
    {
        using var program = Start(address: string.Empty, "filter");

        Assert.StartsWith("""{"Filters":[{"Pattern":"{\"eventName\":[\"INSERT\"]""", await program.StandardOutput.ReadToEndAsync());
    }

    private static async Task<RuntimeAnswer> AnswerAsync(RuntimeApi service) => await service.Answers.ReadAsync().AsTask().WaitAsync(Patience);

    private static string Batch(params string[] records) => $$"""{"Records":[{{string.Join(",", records)}}]}""";

    private static string Inserted(string sequenceNumber, string item) => Event.Json("INSERT", null, item, sequenceNumber);

    private static string Order(string id) =>
        $$$"""{"pk":{"S":"a"},"sk":{"S":"b"},"_t":{"S":"Order"},"_v":{"N":"1"},"OrderId":{"N":"{{{id}}}"},"CustomerId":{"S":"ALFKI"},"Status":{"S":"Open"}}""";

    private static Process Start(string address, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "StreamFunction.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = address;
        return Process.Start(start)!;
    }
}
