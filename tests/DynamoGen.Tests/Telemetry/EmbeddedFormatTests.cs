namespace DynamoGen.Tests.Telemetry;

/// <summary>What the rules of the Embedded Metric Format let pass, and that each of them can be broken.</summary>
public sealed class EmbeddedFormatTests
{
    private const string Good =
        """{"_aws":{"Timestamp":1764547200000,"CloudWatchMetrics":[{"Namespace":"shop","Dimensions":[["d"]],"Metrics":[{"Name":"m","Unit":"Count"}]}]},""" +
        "\"d\":\"x\",\"m\":1}";

    [Theory]
    [InlineData("", "")]
    [InlineData("\"m\":1", "\"m\":[1,2.5]")]
    [InlineData(",\"Unit\":\"Count\"", "")]
    [InlineData("\"Count\"", "\"Kilobits/Second\",\"StorageResolution\":1")]
    [InlineData("[[\"d\"]]", "[[],[\"d\"]]")]
    public void Lets_pass_what_CloudWatch_takes(string part, string other) => Assert.Empty(EmbeddedFormat.Violations(With(part, other)));

    [Theory]
    [InlineData("\"Timestamp\":1764547200000,", "")]
    [InlineData("1764547200000", "\"2026\"")]
    [InlineData("\"CloudWatchMetrics\":[{", "\"Other\":1,\"CloudWatchMetrics\":[{")]
    [InlineData("\"Namespace\":\"shop\",", "")]
    [InlineData("\"shop\"", "\" \"")]
    [InlineData("[[\"d\"]]", "[]")]
    [InlineData("[[\"d\"]]", "[\"d\"]")]
    [InlineData("[[\"d\"]]", "[[\"d\",\"d\"]]")]
    [InlineData("[[\"d\"]]", "[[\"d\",\"e\"]]")]
    [InlineData("\"d\":\"x\"", "\"d\":7")]
    [InlineData("\"d\":\"x\"", "\"d\":\"\"")]
    [InlineData("[{\"Name\":\"m\",\"Unit\":\"Count\"}]", "[]")]
    [InlineData("\"Unit\":\"Count\"}", "\"Unit\":\"Count\"},{\"Name\":\"m\"}")]
    [InlineData("\"Count\"", "\"s\"")]
    [InlineData("\"Count\"", "\"Count\",\"StorageResolution\":30")]
    [InlineData("\"Count\"", "\"Count\",\"Kind\":\"gauge\"")]
    [InlineData("\"m\":1", "\"m\":\"1\"")]
    [InlineData("\"m\":1", "\"m\":[]")]
    [InlineData("\"m\":1", "\"m\":[1,null]")]
    [InlineData("\"m\":1", "\"n\":1")]
    [InlineData("\"m\":1", "\"m\":1,\"n\":1")]
    [InlineData("\"m\":1", "\"m\":1,\"m\":2")]
    [InlineData("\"m\":1", "\n\"m\":1")]
    [InlineData("\"m\":1}", "\"m\":1} ")]
    public void Sees_each_rule_that_is_broken(string part, string other) => Assert.NotEmpty(EmbeddedFormat.Violations(With(part, other)));

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Counts_values(int count, bool holds) =>
        Assert.Equal(holds, EmbeddedFormat.Violations(With("\"m\":1", $"\"m\":[{string.Join(',', Enumerable.Range(0, count))}]")).Count == 0);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Counts_metrics(int count, bool holds)
    {
        var names = Enumerable.Range(0, count).Select(i => $"m{i}").ToList();
        var line = With("{\"Name\":\"m\",\"Unit\":\"Count\"}", string.Join(',', names.Select(name => $$"""{"Name":"{{name}}"}""")));
        line = line.Replace("\"m\":1", string.Join(',', names.Select(name => $"\"{name}\":1")), StringComparison.Ordinal);
        Assert.Equal(holds, EmbeddedFormat.Violations(line).Count == 0);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void Counts_dimensions(int count, bool holds)
    {
        var names = Enumerable.Range(0, count).Select(i => $"d{i}").ToList();
        var line = With("[[\"d\"]]", $"[[{string.Join(',', names.Select(name => $"\"{name}\""))}]]");
        line = line.Replace("\"d\":\"x\"", string.Join(',', names.Select(name => $"\"{name}\":\"x\"")), StringComparison.Ordinal);
        Assert.Equal(holds, EmbeddedFormat.Violations(line).Count == 0);
    }

    [Theory]
    [InlineData("shop", 1024)]
    [InlineData("d", 250)]
    [InlineData("m", 1024)]
    [InlineData("x", 1024)]
    public void Measures_names(string name, int longest)
    {
        Assert.Empty(EmbeddedFormat.Violations(With($"\"{name}\"", $"\"{new string('n', longest)}\"")));
        Assert.NotEmpty(EmbeddedFormat.Violations(With($"\"{name}\"", $"\"{new string('n', longest + 1)}\"")));
    }

    [Fact]
    public void Measures_the_event() =>
        Assert.Contains("The event is too large.", EmbeddedFormat.Violations(With("\"x\"", $"\"{new string('n', 256 * 1024)}\"")));

    /// <summary>The good line with a part of it replaced, wherever it stands.</summary>
    private static string With(string part, string other)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        return part.Length == 0 ? Good : Good.Replace(part, other, StringComparison.Ordinal);
    }
}
