using DynamoGen.Tests;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>The verb that writes a document, with the samples' data models.</summary>
public sealed class DocumentVerbTests
{
    [Theory]
    [InlineData("Northwind")]
    [InlineData("IssueTracker")]
    public async Task Markdown_of_a_sample_is_the_committed_one(string sample)
    {
        var written = await Documented.WriteAsync(sample, "markdown");

        var file = Repository.Folder("tests", "DynamoGen.CommandLine.Tests", "Documents", "Snapshots", $"{sample}.verified.md");
        if (Environment.GetEnvironmentVariable("DYNAMOGEN_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(file, written, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), written);
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("html")]
    public async Task A_document_is_the_same_each_time(string format) =>
        Assert.Equal(await Documented.WriteAsync("Northwind", format), await Documented.WriteAsync("Northwind", format));

    [Fact]
    public async Task A_file_is_written_in_place_of_the_output()
    {
        var file = Path.GetTempFileName();
        try
        {
            var result = await Documented.RunAsync(
                "Northwind", "--format", "html", "--title", "Northwind", "--lock", Documented.LockOf("Northwind"), "--out", file);

            Assert.Equal((0, string.Empty, string.Empty), (result.Code, result.Output, result.Error));
            Assert.Equal(await Documented.WriteAsync("Northwind", "html"), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Without_a_lock_it_has_tables_and_patterns_and_says_so()
    {
        var result = await Documented.RunAsync("Northwind");

        Assert.Equal(0, result.Code);
        Assert.Contains("No schema lock was found", result.Output, StringComparison.Ordinal);
        Assert.Contains("| `IOrders.Get` | GetItem | table | `ORDER#…` |", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("## Entities", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_locks_are_read_and_tables_that_nobody_uses_are_named()
    {
        var result = await Documented.RunAsync("Northwind", "--lock", Documented.LockOf("IssueTracker"), Documented.LockOf("Northwind"));

        Assert.Equal(0, result.Code);
        Assert.Contains("which are left out: `issue-tracker`.", result.Output, StringComparison.Ordinal);
        Assert.Contains("### OrderLine", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("### PullRequest", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"tables":{}}""")]
    [InlineData("""{"format":99,"tables":{}}""")]
    [InlineData("""{"format":2,"tables":{"t":{"entities":{"E":{"type":"E"}}}}}""")]
    [InlineData("""{"format":2,"tables":{"t":{"entities":{"E":{"version":1,"keys":{"pk":5}}}}}}""")]
    public async Task A_file_that_is_no_lock_is_refused(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

            var result = await Documented.RunAsync("Northwind", "--lock", file);

            Assert.Equal((1, string.Empty), (result.Code, result.Output));
            Assert.Contains(file, result.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(1, "--lock", "nowhere.lock.json")]
    [InlineData(2, "--format", "pdf")]
    public async Task What_cannot_be_is_told(int code, params string[] options)
    {
        var result = await Documented.RunAsync("Northwind", options);

        Assert.Equal((code, string.Empty), (result.Code, result.Output));
        Assert.NotEmpty(result.Error);
    }
}
