using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class NamedCardinalityTests
{
    [Theory]
    [InlineData("Status", "")]
    [InlineData("OrderStatus", "")]
    [InlineData("SubscriptionType", "")]
    [InlineData("Category", "")]
    [InlineData("Level", "")]
    [InlineData("Country", "[Traffic(WritesPerSecond = 300000)]")]
    public async Task A_text_that_has_few_values_by_its_name_is_information(string property, string traffic)
    {
        var diagnostic = Assert.Single(await DiagnosticsOf(property, "string", traffic));

        Assert.Equal(("DG2001", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains(" has about ", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain("at most 1", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split('(')[0], StringComparison.Ordinal);
        Assert.Contains($"by its name, {property} has about", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Country", "string", "")]
    [InlineData("Tenant", "string", "")]
    [InlineData("Statuses", "string", "")]
    [InlineData("Archetypes", "string", "")]
    [InlineData("Prototype", "string", "")]
    [InlineData("Status", "Guid", "")]
    [InlineData("Status", "string", "[Traffic(WritesPerSecond = 50)]")]
    public async Task What_has_many_values_or_little_traffic_is_left_alone(string property, string type, string traffic) =>
        Assert.Empty(await DiagnosticsOf(property, type, traffic));

    [Fact]
    public async Task A_declared_number_is_no_guess()
    {
        var diagnostic = Assert.Single(await DiagnosticsOf("Status", "string", "", "[property: Cardinality(4)] "));

        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Fact]
    public async Task A_name_beside_a_value_without_limit_is_left_alone() =>
        Assert.Empty(await Diagnosis.Of<PartitionKeyAnalyzer>(Source("[Key(\"{Status}#{Id}\", \"A\")]", "string Status")));

    private static Task<IReadOnlyList<Diagnostic>> DiagnosticsOf(string property, string type, string traffic, string attribute = "") =>
        Diagnosis.Of<PartitionKeyAnalyzer>(Source($"[Key(\"X#{{{property}}}\", \"{{Id}}\")] {traffic}", $"{attribute}{type} {property}"));

    private static string Source(string attributes, string property) => $$"""
        using System;
        using DynamoGen;
        [Table("t")] public sealed partial class T;
        [Entity<T>] {{attributes}} public sealed partial record Thing(string Id, {{property}});
        """;
}
