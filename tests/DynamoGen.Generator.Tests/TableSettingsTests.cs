using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>What a table is for, and how AWS keeps it.</summary>
public sealed class TableSettingsTests
{
    [Theory]
    [InlineData("Shop.WarehouseTable")]
    [InlineData("Shop.RegistryTable")]
    public void What_is_declared_is_in_the_schema(string name) =>
        Snapshot.Matches(Design.Compiles(GeneratorRun.Of(Warehouse.Source)).Generated[name + ".g.cs"], name);

    [Theory]
    [InlineData("Billing = BillingMode.Provisioned")]
    [InlineData("Billing = BillingMode.Provisioned, ReadCapacityUnits = 5")]
    [InlineData("Billing = BillingMode.Provisioned, ReadCapacityUnits = 5, WriteCapacityUnits = 0")]
    [InlineData("Billing = BillingMode.Provisioned, ReadCapacityUnits = 5, WriteCapacityUnits = 5, MaxReadUnits = 4")]
    [InlineData("Billing = BillingMode.Provisioned, ReadCapacityUnits = 5, WriteCapacityUnits = 5, MaxWriteUnits = 4")]
    [InlineData("Billing = BillingMode.Provisioned, ReadCapacityUnits = 5, WriteCapacityUnits = 5, TargetUtilization = 60")]
    [InlineData("Billing = BillingMode.Provisioned, ReadCapacityUnits = 5, WriteCapacityUnits = 5, MaxReadUnits = 9, TargetUtilization = 95")]
    [InlineData("ReadCapacityUnits = 5")]
    [InlineData("WriteCapacityUnits = 5")]
    [InlineData("TargetUtilization = 60, MaxReadUnits = 9")]
    [InlineData("MaxReadUnits = -1")]
    [InlineData("WarmWriteUnits = -1")]
    public void Throughput_without_a_meaning_is_refused(string setting) => IsRefused($"[Table(\"things\", {setting})]");

    [Theory]
    [InlineData("Encryption = TableEncryption.CustomerManagedKey")]
    [InlineData("EncryptionKey = \"alias/orders\"")]
    [InlineData("Encryption = TableEncryption.AwsManagedKey, EncryptionKey = \"alias/orders\"")]
    [InlineData("RecoveryPeriodInDays = 7")]
    [InlineData("PointInTimeRecovery = true, RecoveryPeriodInDays = 36")]
    [InlineData("PointInTimeRecovery = true, RecoveryPeriodInDays = 0")]
    [InlineData("Consistency = TableConsistency.Strong")]
    public void Settings_that_contradict_each_other_are_refused(string setting) => IsRefused($"[Table(\"things\", {setting})]");

    [Theory]
    [InlineData("[TableTag(\"\", \"a\")]")]
    [InlineData("[TableTag(\"aws:team\", \"a\")]")]
    [InlineData("[TableTag(\"team\", \"a\"), TableTag(\"team\", \"b\")]")]
    [InlineData("[Replica(\"eu-west-1\")]")]
    [InlineData("[Replica(\"eu-west-1\"), Replica(\"eu-west-1\")]")]
    [InlineData("[Replica(\"eu-west-1\"), Replica(\"Ireland\")]")]
    [InlineData("[Replica(\"eu-west-1\"), Replica(\"us-east-1\", IsWitness = true)]")]
    [InlineData("[VectorIndex(\"by meaning\", Attribute = \"Meaning\", Dimensions = 8)]")]
    [InlineData("[VectorIndex(\"by-meaning\", Attribute = \"\", Dimensions = 8)]")]
    [InlineData("[VectorIndex(\"by-meaning\", Attribute = \"Meaning\", Dimensions = 0)]")]
    [InlineData("[VectorIndex(\"gsi1\", Attribute = \"Meaning\", Dimensions = 8), GlobalIndex(\"gsi1\", PartitionKey = \"g\")]")]
    public void Tags_regions_and_vectors_that_cannot_be_are_refused(string attributes) => IsRefused($"[Table(\"things\")] {attributes}");

    [Theory]
    [InlineData("Stream = StreamView.NewImage", "")]
    [InlineData("Consistency = TableConsistency.Strong", "")]
    [InlineData("Consistency = TableConsistency.Strong, TimeToLive = \"expires\"", ", Replica(\"us-east-2\")")]
    [InlineData("Consistency = TableConsistency.Strong", ", Replica(\"us-east-2\"), LocalIndex(\"lsi\", SortKey = \"s\")")]
    [InlineData("Consistency = TableConsistency.Strong", ", Replica(\"us-east-2\", IsWitness = true), Replica(\"us-west-2\", IsWitness = true)")]
    public void What_a_global_table_cannot_have_is_refused(string setting, string further) =>
        IsRefused($"[Table(\"things\", {setting})] [Replica(\"eu-west-1\"), Replica(\"us-east-1\"){further}]");

    [Theory]
    [InlineData("[AnyRegion]")]
    [InlineData("[OneRegion(\"eu-west-1\")]")]
    [InlineData("[HomeRegion(\"Home\")]")]
    [InlineData("[OneRegion(\"eu-west-1\")] [Replica(\"eu-west-1\")]")]
    [InlineData("[AnyRegion] [OneRegion(\"eu-west-1\")] [Replica(\"eu-west-1\"), Replica(\"us-east-1\")]")]
    [InlineData("[HomeRegion(\"Home\")] [OneRegion(\"eu-west-1\")] [Replica(\"eu-west-1\"), Replica(\"us-east-1\")]")]
    [InlineData("[OneRegion(\"us-west-2\")] [Replica(\"eu-west-1\"), Replica(\"us-east-1\")]")]
    [InlineData("[OneRegion(null!)] [Replica(\"eu-west-1\"), Replica(\"us-east-1\")]")]
    [InlineData("[HomeRegion(\"\")] [Replica(\"eu-west-1\"), Replica(\"us-east-1\")]")]
    public void Regions_that_cannot_write_are_refused(string attributes) => IsRefused($"[Table(\"things\")] {attributes}");

    [Fact]
    public void A_witness_writes_nothing() => IsRefused("""
        [Table("things", Consistency = TableConsistency.Strong)] [OneRegion("us-west-2")]
        [Replica("us-east-1"), Replica("us-east-2"), Replica("us-west-2", IsWitness = true)]
        """);

    [Fact]
    public void A_table_in_several_regions_may_say_that_all_of_them_write_it()
    {
        const string table = "[Table(\"things\"), AnyRegion] [Replica(\"eu-west-1\"), Replica(\"us-east-1\")] public sealed partial class Things;";

        Assert.DoesNotContain("Writes =", Design.Compiles(GeneratorRun.Of(table)).Generated["Things.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReadCapacityUnits = 5")]
    [InlineData("MaxReadUnits = -5")]
    public void Throughput_of_an_index_without_a_meaning_is_refused(string setting) => Design.IsRefused(
        DeclarationRule.TableOrIndex,
        "\"gsi1\"",
        $"[Table(\"things\"), GlobalIndex(\"gsi1\", PartitionKey = \"g\", {setting})] public sealed partial class Things;");

    [Fact]
    public void An_index_is_scaled_no_lower_than_it_is_provisioned() => Design.IsRefused(
        DeclarationRule.TableOrIndex,
        "\"gsi1\"",
        """
        [Table("things", Billing = BillingMode.Provisioned, ReadCapacityUnits = 5, WriteCapacityUnits = 5, MaxWriteUnits = 10)]
        [GlobalIndex("gsi1", PartitionKey = "g", WriteCapacityUnits = 20)]
        public sealed partial class Things;
        """);

    private static void IsRefused(string attributes) =>
        Design.IsRefused(DeclarationRule.TableOrIndex, "\"things\"", $"{attributes} public sealed partial class Things;");
}
