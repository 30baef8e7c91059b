using System.Globalization;
using System.Text.RegularExpressions;
using DynamoGen.Analyzers.Tests.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Documentation;

/// <summary>The pages state the limits and the names that the rules' own messages state.</summary>
public sealed class ReportedLimitTests
{
    [Fact]
    public async Task Each_verb_of_a_write()
    {
        var message = await Message("DG3021", DeclarationSource.WithPatterns("ValueTask Save(Order order);"));
        var verbs = Regex.Matches(message[message.IndexOf("begin with", StringComparison.Ordinal)..], "[A-Z][a-z]+").Select(match => match.Value).ToList();
        Assert.True(verbs.Count > 1, message);
        Assert.All(verbs, verb => DocumentationPage.Says("docs/rules/DG3021.md", $"`{verb}`"));
        Assert.All(verbs, verb => DocumentationPage.Says("docs/access-patterns.md", $"`{verb}`"));
    }

    [Theory]
    [InlineData("docs/rules/DG1022.md", "a number of shards that is not {0}")]
    [InlineData("docs/access-patterns.md", "`Shards = n`, {0}, spreads")]
    public async Task Shards_of_a_key(string page, string sentence)
    {
        var message = await Message("DG1022", DeclarationSource.WithKeys("[Key(\"THING#{Id}\", \"THING\")] [Key(\"gsi1\", \"ALL\", \"{At}\", Shards = 1000)]"));
        DocumentationPage.Says(page, Filled(sentence, message, @"must be (\d+ to \d+)"));
    }

    [Theory]
    [InlineData("docs/rules/DG5020.md", "{0} operators")]
    [InlineData("docs/access-patterns.md", "{0} operators")]
    public async Task Operators_of_an_expression(string page, string sentence) =>
        DocumentationPage.Says(page, Filled(sentence, await ExpressionMessage(Repeated(1000, "OrderId = 1", " OR ")), @"operators; DynamoDB allows (\d+)"));

    [Theory]
    [InlineData("docs/rules/DG5020.md", "{0} values behind `IN`")]
    [InlineData("docs/access-patterns.md", "{0} values behind `IN`")]
    public async Task Values_behind_IN(string page, string sentence) =>
        DocumentationPage.Says(page,
            Filled(sentence, await ExpressionMessage($"OrderId IN ({Repeated(1000, "1", ", ")})"), @"behind IN; DynamoDB allows (\d+)"));

    [Theory]
    [InlineData("docs/rules/DG5020.md", "{0} KB")]
    [InlineData("docs/access-patterns.md", "{0} KB")]
    public async Task Bytes_of_an_expression(string page, string sentence)
    {
        var message = await ExpressionMessage(Repeated(20, $"OrderId IN ({Repeated(100, "1", ", ")})", " OR "));
        var bytes = int.Parse(Number(message, @"bytes; DynamoDB allows (\d+)"), CultureInfo.InvariantCulture);
        Assert.Equal(0, bytes % 1024);
        DocumentationPage.Says(page, sentence.Replace("{0}", $"{bytes / 1024}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LocalSecondaryIndexes", "new()", @"allows (\d+)", "more than {0} local secondary indexes")]
    [InlineData("GlobalSecondaryIndexes", "new()", @"; (\d+) are allowed", "more than {0} global secondary indexes")]
    [InlineData("GlobalSecondaryIndexes",
        "new() { KeySchema = [new(\"a\", KeyType.HASH), new(\"b\", KeyType.HASH), new(\"c\", KeyType.HASH), new(\"d\", KeyType.HASH), new(\"e\", KeyType.HASH)] }",
        @"allows (\d+)", "more than {0} `HASH` or {0} `RANGE` attributes")]
    [InlineData("GlobalSecondaryIndexes",
        "new() { Projection = new() { NonKeyAttributes = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\", \"j\"] } }",
        @"allows (\d+) over", "together project more than {0} attributes by name")]
    public async Task Indexes_of_a_table(string property, string index, string number, string sentence)
    {
        var source = SdkSource.Of($"void M() => client.CreateTableAsync(new CreateTableRequest {{ {property} = [{Repeated(50, index, ", ")}] }});");
        var messages = (await Diagnosis.Of(source)).Where(diagnostic => diagnostic.Id == "DG1007").Select(diagnostic => diagnostic.GetMessage(null));
        DocumentationPage.Says("docs/rules/DG1007.md", Filled(sentence, messages.First(message => Regex.IsMatch(message, number)), number));
    }

    [Theory]
    [InlineData("client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [\"t\"] = chunk.Select(key => new WriteRequest()).ToList() });",
        "more than {0} requests")]
    [InlineData("client.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes> { [\"t\"] = new() { Keys = chunk.ToList() } });", "more than {0} keys")]
    public async Task Requests_of_a_batch(string send, string sentence)
    {
        var source = SdkSource.Of($"void M(List<Dictionary<string, AttributeValue>> all) {{ foreach (var chunk in all.Chunk(1000)) {send} }}");
        DocumentationPage.Says("docs/rules/DG4001.md", Filled(sentence, await Message("DG4001", source), @"takes at most (\d+)"));
    }

    [Theory]
    [InlineData("docs/rules/DG4004.md", "more than {0} actions")]
    [InlineData("docs/access-patterns.md", "Up to {0} actions")]
    public async Task Actions_of_a_transaction(string page, string sentence)
    {
        var source = SdkSource.Of(
            "void M(List<TransactWriteItem> all) { foreach (var chunk in all.Chunk(1000)) Use(new TransactWriteItemsRequest { TransactItems = chunk.ToList() }); }");
        DocumentationPage.Says(page, Filled(sentence, await Message("DG4004", source), @"takes at most (\d+)"));
    }

    private static Task<string> ExpressionMessage(string condition) =>
        Message("DG5020", DeclarationSource.WithPatterns($"[Condition(\"{condition}\")] ValueTask Create(Order order);"));

    private static async Task<string> Message(string id, string source) =>
        Assert.Single((await Diagnosis.Of(source)).Where(diagnostic => diagnostic.Id == id).Select(diagnostic => diagnostic.GetMessage(null)).Distinct());

    private static string Filled(string sentence, string message, string number) => sentence.Replace("{0}", Number(message, number), StringComparison.Ordinal);

    private static string Number(string message, string number)
    {
        var match = Regex.Match(message, number);
        Assert.True(match.Success, message);
        return match.Groups[1].Value;
    }

    private static string Repeated(int count, string element, string separator) => string.Join(separator, Enumerable.Repeat(element, count));
}
