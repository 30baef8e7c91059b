using System.Diagnostics;
using System.Text;
using DynamoGen.Streams.Tests.Lambda;

namespace DynamoGen.Package.Tests;

/// <summary><c>samples/StreamFunction</c> as AWS Lambda starts it: a native program that asks for its events.</summary>
[Collection(nameof(NativeSamples))]
public sealed class NativeFunctionTests(NativeSamplesFixture samples)
{
    /// <summary>Only a program that hangs needs as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task It_answers_events_and_ends_when_it_is_told_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "AWS Lambda ends a program by a signal that Windows does not have.");
        await using var service = new RuntimeApi(
            Batch(Inserted("101", Order("1")), Inserted("102", Order("2"))),
            Batch(Inserted("103", Order("3")), Inserted("104", """{"_t":{"S":"Order"},"OrderId":{"S":"four"}}"""), Inserted("105", Order("5"))),
            """{"Records":"none"}""",
            Batch(Removed("106", Order("6"))));
        using var program = await StartAsync(service.Address);
        var log = program.StandardOutput.ReadToEndAsync();
        try
        {
            Assert.Equal(new("invocation/request-1/response", """{"batchItemFailures":[]}"""), await AnswerAsync(service));
            Assert.Equal(new("invocation/request-2/response", """{"batchItemFailures":[{"itemIdentifier":"104"}]}"""), await AnswerAsync(service));
            var refused = await AnswerAsync(service);
            Assert.Equal("invocation/request-3/error", refused.Path);
            Assert.Contains("\"errorType\":\"ItemFormatException\"", refused.Body);
            Assert.Equal(new("invocation/request-4/response", """{"batchItemFailures":[]}"""), await AnswerAsync(service));

            await TerminateAsync(program);
            await program.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            program.Kill();
        }

        Assert.Equal(0, program.ExitCode);
        Assert.Equal(
            [
                "101: order 1 of ALFKI was placed", "102: order 2 of ALFKI was placed", "103: order 3 of ALFKI was placed",
                "106: order 6 was removed by its time to live",
            ],
            (await log).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task It_prints_the_filter_of_its_handler()
    {
        using var program = await StartAsync(address: string.Empty, "filter");

        Assert.StartsWith("""{"Filters":[{"Pattern":"{\"eventName\":[\"INSERT\"]""", await program.StandardOutput.ReadToEndAsync().WaitAsync(Patience));
    }

    private static async Task<RuntimeAnswer> AnswerAsync(RuntimeApi service) => await service.Answers.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Tells a program to end as the service does; <see cref="Process.Kill()"/> would not let it.</summary>
    private static async Task TerminateAsync(Process program)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {program.Id}"]);
        await kill.WaitForExitAsync().WaitAsync(Patience);
    }

    private static string Batch(params string[] records) => $$"""{"Records":[{{string.Join(",", records)}}]}""";

    private static string Inserted(string number, string item) => Record("INSERT", number, $"\"NewImage\":{item}", string.Empty);

    private static string Removed(string number, string item) =>
        Record("REMOVE", number, $"\"OldImage\":{item}", """ "userIdentity":{"principalId":"dynamodb.amazonaws.com","type":"Service"},""");

    /// <summary>A record as AWS Lambda's documentation shows it.</summary>
    private static string Record(string name, string number, string image, string identity) => $$"""
        {
            "eventID": "{{number}}", "eventName": "{{name}}", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "eu-west-1", {{identity}}
            "dynamodb": {
                "ApproximateCreationDateTime": 1795800000, "Keys": { "pk": { "S": "a" }, "sk": { "S": "b" } }, {{image}},
                "SequenceNumber": "{{number}}", "SizeBytes": 26, "StreamViewType": "NEW_AND_OLD_IMAGES"
            },
            "eventSourceARN": "arn:aws:dynamodb:eu-west-1:123456789012:table/orders/stream/2026-11-28T12:00:00.000"
        }
        """;

    private static string Order(string id) =>
        $$$"""{"pk":{"S":"a"},"sk":{"S":"b"},"_t":{"S":"Order"},"_v":{"N":"1"},"OrderId":{"N":"{{{id}}}"},"CustomerId":{"S":"ALFKI"},"Status":{"S":"Open"}}""";

    private async Task<Process> StartAsync(string address, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo((await samples.PublishedAsync("StreamFunction")).Program, arguments)
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = address;
        return Process.Start(start)!;
    }
}
