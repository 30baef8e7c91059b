using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class CreateTableTests
{
    private const string Flagged = "{|DG1007:new CreateTableRequest|}";

    private static Task Reports(string statements) =>
        RuleTest<CreateTableAnalyzer>.Reports(SdkSource.Of($"void M(bool all, List<GlobalSecondaryIndex> given) {{ {statements} }}"));

    private static string Times(int count, string element) =>
        string.Join(", ", Enumerable.Range(0, count).Select(i => element.Replace("$", $"{i}", StringComparison.Ordinal)));

    [Fact]
    public async Task Counts_local_indexes()
    {
        await Reports($"client.CreateTableAsync({Flagged} {{ LocalSecondaryIndexes = [{Times(6, "new()")}] }});");
        await Reports($"client.CreateTableAsync(new CreateTableRequest {{ LocalSecondaryIndexes = [{Times(5, "new()")}] }});");
    }

    [Fact]
    public async Task Warns_of_more_global_indexes_than_the_default_quota()
    {
        var source = SdkSource.Of($"void M() => client.CreateTableAsync(new CreateTableRequest {{ GlobalSecondaryIndexes = [{Times(21, "new()")}] }});");
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await Diagnosis.Of<CreateTableAnalyzer>(source)).Severity);
        await Reports($"client.CreateTableAsync(new CreateTableRequest {{ GlobalSecondaryIndexes = [{Times(20, "new()")}] }});");
    }

    [Fact]
    public async Task Counts_the_attributes_of_keys()
    {
        await Reports(
            $"client.CreateTableAsync({Flagged} {{ GlobalSecondaryIndexes = [new() {{ KeySchema = [{Times(5, "new(\"a$\", KeyType.HASH)")}] }}] }});");
        await Reports($"client.CreateTableAsync({Flagged} {{ GlobalSecondaryIndexes = [new() {{ KeySchema = [new(\"h\", \"HASH\"), {Times(5, "new() { AttributeName = \"a$\", KeyType = \"RANGE\" }")}] }}] }});");
        await Reports($"client.CreateTableAsync({Flagged} {{ KeySchema = [new(\"a\", KeyType.HASH), new(\"b\", KeyType.HASH)] }});");
        await Reports($"client.CreateTableAsync(new CreateTableRequest {{ KeySchema = [new(\"a\", KeyType.HASH), new(\"b\", KeyType.RANGE)], GlobalSecondaryIndexes = [new() {{ KeySchema = [{Times(4, "new(\"h$\", KeyType.HASH)")}, {Times(4, "new(\"r$\", KeyType.RANGE)")}] }}] }});");
    }

    [Fact]
    public async Task Sums_projected_attributes()
    {
        var index = $"new() {{ Projection = new Projection {{ NonKeyAttributes = [{Times(60, "\"a$\"")}] }} }}";
        await Reports($"client.CreateTableAsync({Flagged} {{ GlobalSecondaryIndexes = [{index}, {index}] }});");
        await Reports($"client.CreateTableAsync(new CreateTableRequest {{ GlobalSecondaryIndexes = [{index}] }});");
    }

    [Theory]
    [InlineData("client.CreateTableAsync(new CreateTableRequest { GlobalSecondaryIndexes = given });")]
    [InlineData("var r = new CreateTableRequest { KeySchema = [new(\"a\", KeyType.HASH)] }; if (all) r.KeySchema.Add(new(\"b\", KeyType.HASH)); client.CreateTableAsync(r);")]
    public Task Says_nothing_of_what_is_not_certain(string statements) => Reports(statements);
}
