using DynamoGen.Analyzers.Tables;
using DynamoGen.Analyzers.Tests.Design;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Tables;

/// <summary>What the declaration of one table shows.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("{|DG1030:Table(\"t\", Purpose = TablePurpose.Cache)|}")]
    [InlineData("Table(\"t\", Purpose = TablePurpose.Cache, TimeToLive = \"expires\")")]
    [InlineData("Table(\"t\")")]
    public Task A_cache_expires(string attribute) => Reports(attribute);

    [Theory]
    [InlineData("{|DG1031:Table(\"t\", Purpose = TablePurpose.Transactional)|}")]
    [InlineData("{|DG1031:Table(\"t\", Purpose = TablePurpose.Transactional, PointInTimeRecovery = true)|}")]
    [InlineData("{|DG1031:Table(\"t\", Purpose = TablePurpose.Transactional, DeletionProtection = true)|}")]
    [InlineData("Table(\"t\", Purpose = TablePurpose.Transactional, PointInTimeRecovery = true, RecoveryPeriodInDays = 7, DeletionProtection = true)")]
    [InlineData("Table(\"t\", Purpose = TablePurpose.Analytics)")]
    public Task A_transactional_table_is_protected(string attribute) => Reports(attribute);

    [Theory]
    [InlineData("", "The transactional table 't' has no point-in-time recovery and no deletion protection: set PointInTimeRecovery and DeletionProtection")]
    [InlineData(", DeletionProtection = true", "The transactional table 't' has no point-in-time recovery: set PointInTimeRecovery")]
    [InlineData(", PointInTimeRecovery = true", "The transactional table 't' has no deletion protection: set DeletionProtection")]
    public Task What_protects_it_is_named(string setting, string message) =>
        Says($"Table(\"t\", Purpose = TablePurpose.Transactional{setting})", message);

    [Theory]
    [InlineData("{|DG1033:Table(\"t\")|}, Traffic(WritesPerSecond = 1000, AverageWritesPerSecond = 900)")]
    [InlineData(
        "{|DG1033:Table(\"t\", Billing = BillingMode.Provisioned, ReadCapacityUnits = 1, WriteCapacityUnits = 1000)|}, "
        + "Traffic(WritesPerSecond = 1000, AverageWritesPerSecond = 20)")]
    [InlineData("Table(\"t\"), Traffic(WritesPerSecond = 1000, AverageWritesPerSecond = 20)")]
    [InlineData("Table(\"t\"), Traffic(WritesPerSecond = 1000, AverageWritesPerSecond = 290)")]
    [InlineData("Table(\"t\"), Traffic(WritesPerSecond = 1000)")]
    public Task Of_two_billing_modes_the_cheaper_one_is_right(string attributes) => Reports(attributes);

    [Fact]
    public Task Both_prices_are_named() => Says(
        "Table(\"t\"), Traffic(ReadsPerSecond = 2000, WritesPerSecond = 1000, AverageReadsPerSecond = 1500, AverageWritesPerSecond = 900)",
        "'t' costs about USD 2,000 a month on demand, and about USD 660 provisioned for the peak, at the declared traffic: set Billing to Provisioned");

    private static Task Reports(string attributes) =>
        RuleTest<TableAnalyzer>.Reports(ShopSource.Of($"[{attributes}] sealed partial class T;"));

    private static async Task Says(string attributes, string message)
    {
        var found = await Diagnosis.Of<TableAnalyzer>(ShopSource.Of($"[{attributes}] sealed partial class T;"));
        Assert.Equal(message, Assert.Single(found).GetMessage());
    }
}
