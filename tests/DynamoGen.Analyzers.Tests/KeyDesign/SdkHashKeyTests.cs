using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class SdkHashKeyTests
{
    private static string Source(string properties) => $$"""
        using System;
        using Amazon.DynamoDBv2.DataModel;
        public enum Status { Open, Closed }
        [DynamoDBTable("orders")]
        public class Order
        {
            {{properties}}
        }
        """;

    private static Task Reports(string properties) => RuleTest<PartitionKeyAnalyzer>.Reports(Source(properties));

    [Theory]
    [InlineData("[DynamoDBHashKey] public bool {|DG2001:Paid|} { get; set; }")]
    [InlineData("[DynamoDBHashKey(\"status\")] public Status {|DG2001:Status|} { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"gsi1\")] public Status {|DG2002:Status|} { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"gsi1\", 0)] public bool {|DG2002:Paid|} { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"gsi1\", \"gsi2\")] public bool {|DG2002:{|DG2002:Paid|}|} { get; set; }")]
    [InlineData("[DynamoDBHashKey, DynamoDBGlobalSecondaryIndexHashKey(\"gsi1\")] public bool {|DG2001:{|DG2002:Paid|}|} { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(IndexNames = new[] { \"gsi1\" })] public bool {|DG2002:Paid|} { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(AttributeName = \"s\", IndexNames = new[] { \"gsi1\" })] public Status {|DG2002:Status|} { get; set; }")]
    [InlineData("[DynamoDBHashKey] public int {|DG2001:Month|} { get; set; }")]
    public Task Flags_booleans_and_enumerations(string property) => Reports(property);

    [Theory]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; }")]
    [InlineData("[DynamoDBHashKey] public DateTime At { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"gsi1\")] public int Number { get; set; }")]
    [InlineData("[DynamoDBRangeKey] public bool Paid { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(IndexNames = new[] { \"gsi1\" })] public string Customer { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexRangeKey(IndexNames = new[] { \"gsi1\" })] public bool Paid { get; set; }")]
    [InlineData("[DynamoDBHashKey] public int YearOfBirth { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string At => Updated.ToString(\"O\"); public DateTime Updated { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string At => $\"{Customer}#{Updated:yyyyMM}\"; public DateTime Updated { get; set; } public string Customer { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string At => Number.ToString(\"D6\"); public int Number { get; set; }")]
    [InlineData("[DynamoDBProperty] public Status Status { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexRangeKey(\"gsi1\")] public Status Status { get; set; }")]
    public Task Leaves_other_properties_alone(string property) => Reports(property);

    [Fact]
    public Task Counts_all_attributes_of_a_multi_attribute_index_key() => Reports("""
        [DynamoDBGlobalSecondaryIndexHashKey("gsi1", 0)] public Status Status { get; set; }
        [DynamoDBGlobalSecondaryIndexHashKey("gsi1", 1)] public string Tenant { get; set; }
        [DynamoDBGlobalSecondaryIndexHashKey("gsi2", 0)] public Status {|DG2002:Stage|} { get; set; }
        [DynamoDBGlobalSecondaryIndexHashKey("gsi2", 1)] public bool Paid { get; set; }
        """);

    [Fact]
    public Task Leaves_a_class_alone_that_marks_several_properties_as_the_hash_key() => Reports("""
        [DynamoDBHashKey] public Guid Id { get; set; }
        [DynamoDBHashKey] public Status Status { get; set; }
        [DynamoDBHashKey] public DateOnly Day { get; set; }
        """);

    [Fact]
    public Task Flags_a_date() => Reports("""
        [DynamoDBGlobalSecondaryIndexHashKey(IndexNames = new[] { "gsi2" })] public string {|DG2004:Month|} { get => Updated.ToString("yyyyMM"); set { } }
        [DynamoDBGlobalSecondaryIndexHashKey("gsi3")] public string {|DG2004:Hour|} { get { return this.Updated.ToString("yyyyMMddHH", null); } set { } }
        [DynamoDBGlobalSecondaryIndexHashKey("gsi4")] public string {|DG2004:Bucket|} => $"MONTH#{Updated:yyyy-MM}";
        [DynamoDBGlobalSecondaryIndexHashKey("gsi5")] public int {|DG2004:Year|} { get; set; }
        public DateTime Updated { get; set; }
        [DynamoDBHashKey] public DateOnly {|DG2004:Day|} { get; set; }
        [DynamoDBGlobalSecondaryIndexHashKey("gsi1")] public DateOnly {|DG2004:Due|} { get; set; }
        """);

    [Fact]
    public async Task Names_a_remedy_that_the_SDK_has()
    {
        var diagnostics = await Diagnosis.Of<PartitionKeyAnalyzer>(Source("[DynamoDBHashKey] public bool Paid { get; set; }"));
        Assert.Equal(
            "Partition key 'Paid' has at most 2 distinct values (Paid is true or false), "
            + "so at most 2,000 WCU and 6,000 RCU a second together; "
            + "use an attribute with many values, or append a calculated shard number to this one",
            Assert.Single(diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Leaves_the_models_of_test_projects_alone() =>
        Assert.Empty(await Diagnosis.Of(Source("[DynamoDBHashKey] public bool Paid { get; set; }"), FakeAssembly.Named("nunit.framework")));

    [Fact]
    public Task Leaves_attributes_of_the_same_name_alone() => RuleTest<PartitionKeyAnalyzer>.Reports("""
        class DynamoDBHashKeyAttribute : System.Attribute;
        class Order { [DynamoDBHashKey] public bool Paid { get; set; } }
        """);

    [Theory]
    [InlineData("Year")]
    [InlineData("Month")]
    public async Task A_name_is_only_information(string name) =>
        Assert.Equal(
            DiagnosticSeverity.Info,
            Assert.Single(await Diagnosis.Of<PartitionKeyAnalyzer>(Source($"[DynamoDBHashKey] public int {name} {{ get; set; }}"))).Severity);

    [Theory]
    [InlineData("Status?", DiagnosticSeverity.Info)]
    [InlineData("Status", DiagnosticSeverity.Warning)]
    public async Task A_sparse_index_is_only_information(string type, DiagnosticSeverity severity)
    {
        var diagnostics = await Diagnosis.Of<PartitionKeyAnalyzer>(
            Source($$"""[DynamoDBGlobalSecondaryIndexHashKey("gsi1")] public {{type}} Status { get; set; }"""));
        Assert.Equal(severity, Assert.Single(diagnostics).Severity);
    }
}
