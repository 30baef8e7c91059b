using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class LocalIndexTests
{
    [Theory]
    [InlineData("[{|DG1009:Table(\"shop\")|}] [LocalIndex(\"by-date\", SortKey = \"b\")] public sealed partial class Shop;")]
    [InlineData("[{|DG1009:Table(\"shop\")|}] [LocalIndex(\"by-date\", SortKey = \"b\")] [LocalIndex(\"by-name\", SortKey = \"d\")] public sealed partial class Shop;")]
    [InlineData("[Table(\"shop\")] [GlobalIndex(\"by-date\", PartitionKey = \"b\")] public sealed partial class Shop;")]
    [InlineData("[Table(\"shop\")] public sealed partial class Shop;")]
    public Task A_declared_table_is_reported_once(string table) => RuleTest<LocalIndexAnalyzer>.Reports(DeclarationSource.Alone(table));

    [Theory]
    [InlineData("Use({|DG1009:new CreateTableRequest|} { LocalSecondaryIndexes = [new LocalSecondaryIndex { IndexName = \"a\" }, new LocalSecondaryIndex()] });")]
    [InlineData("Use({|DG1009:new CreateTableRequest|} { LocalSecondaryIndexes = { new LocalSecondaryIndex() } });")]
    [InlineData("var r = {|DG1009:new CreateTableRequest|}(); r.LocalSecondaryIndexes = new() { new LocalSecondaryIndex() }; Use(r);")]
    [InlineData("Use(new CreateTableRequest { LocalSecondaryIndexes = [] });")]
    [InlineData("Use(new CreateTableRequest { LocalSecondaryIndexes = null });")]
    [InlineData("Use(new CreateTableRequest { GlobalSecondaryIndexes = [new GlobalSecondaryIndex { IndexName = \"a\" }] });")]
    [InlineData("Use(new CreateTableRequest());")]
    public Task A_created_table_is_reported_once(string statements) =>
        RuleTest<LocalIndexAnalyzer>.Reports(SdkSource.Of($$"""void M() { {{statements}} }"""));

    [Fact]
    public Task Test_projects_are_left_alone() => RuleTest<LocalIndexAnalyzer>.ReportsInTestProject(
        SdkSource.Of("void M() { Use(new CreateTableRequest { LocalSecondaryIndexes = [new LocalSecondaryIndex()] }); }"));
}
