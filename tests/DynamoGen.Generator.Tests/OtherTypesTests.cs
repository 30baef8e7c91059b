using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>What is read from attributes of other types is written as its own, and no expression takes it for that alone.</summary>
public sealed class OtherTypesTests
{
    [Fact]
    public void Properties_that_are_read_from_other_types_are_read_as_committed()
    {
        var run = Design.Compiles(GeneratorRun.Of(Charts.Entity));

        Snapshot.Matches(run.Generated["Shop.Chart.g.cs"], "Shop.Chart");
    }

    [Theory]
    [InlineData("SET Steps = list_append(Steps, {more})", "Steps")]
    [InlineData("SET Steps = list_append(if_not_exists(Steps, {more}), {more})", "Steps")]
    [InlineData("SET Own = Steps", "Steps")]
    [InlineData("SET Steps[0] = 'a'", "Steps")]
    [InlineData("REMOVE Steps[0]", "Steps")]
    [InlineData("ADD Wards {wards}", "Wards")]
    [InlineData("DELETE Wards {wards}", "Wards")]
    [InlineData("ADD Count 1", "Count")]
    [InlineData("SET Count = Count + 1", "Count")]
    [InlineData("SET Leaf.Doses[0] = 1", "Doses")]
    public void An_update_that_takes_a_property_for_its_own_type_is_refused(string update, string property) =>
        Refused($"[Update(\"{update}\"), Condition(\"attribute_exists(Leaf) AND attribute_exists(Steps)\")] "
            + "ValueTask Update(string patient, List<string> more, HashSet<string> wards);", property);

    [Theory]
    [InlineData("IsUrgent = true", "IsUrgent")]
    [InlineData("Leaf.IsLast = true", "IsLast")]
    [InlineData("Remark = 'x'", "Remark")]
    [InlineData("begins_with(Remark, 'x')", "Remark")]
    [InlineData("contains(Remark, 'x')", "Remark")]
    [InlineData("size(Remark) > 1", "Remark")]
    [InlineData("contains(Rooms, {room})", "Rooms")]
    [InlineData("Count BETWEEN 1 AND 2", "Count")]
    [InlineData("Count IN (1, 2)", "Count")]
    [InlineData("Wards = {wards}", "Wards")]
    [InlineData("Steps[0] = 'a'", "Steps")]
    public void A_filter_that_takes_a_property_for_its_own_type_is_refused(string filter, string property) =>
        Refused($"[AllowScan(\"All.\"), Filter(\"{filter}\")] IAsyncEnumerable<Chart> All(HashSet<string> wards, Guid room);", property);

    [Theory]
    [InlineData("[Update(\"SET Steps = {more}, IsUrgent = false, Remark = 'x' REMOVE Notes, Wards\")] ValueTask Update(string patient, IReadOnlyList<string> more);")]
    [InlineData("[Update(\"SET Own = list_append(Own, {more})\")] ValueTask Update(string patient, List<string> more);")]
    [InlineData("[AllowScan(\"All.\"), Filter(\"contains(Steps, {step}) AND size(Wards) > 1 AND attribute_type(IsUrgent, 'N')\")] "
        + "IAsyncEnumerable<Chart> All(string step);")]
    [InlineData("[Condition(\"attribute_not_exists(Remark)\")] ValueTask<bool> Put(Chart chart);")]
    public void What_all_forms_answer_alike_compiles(string method) =>
        Design.Compiles(GeneratorRun.Of(Charts.Entity + $"[Repository<Chart>] public partial interface ICharts {{ {method} }}"));

    [Fact]
    public void There_are_no_fields_of_them()
    {
        var run = Design.Compiles(GeneratorRun.Of(Charts.Entity + "[Fields<Chart>] public sealed partial class ChartFields;"));

        var fields = run.Generated["Shop.ChartFields.g.cs"];
        Assert.Contains(" Own ", fields, StringComparison.Ordinal);
        Assert.DoesNotContain(" Steps ", fields, StringComparison.Ordinal);
        Assert.DoesNotContain(" IsLast ", fields, StringComparison.Ordinal);
    }

    private static void Refused(string method, string property)
    {
        var problems = Design.Problems(GeneratorRun.Of(Charts.Entity + $"[Repository<Chart>] public partial interface ICharts {{ {method} }}"));
        var problem = Assert.Single(problems);
        Assert.Equal(DeclarationRule.Expression, problem.Rule);
        Assert.Contains($"looks at '{property}', which [AlsoReads]", problem.Arguments[1], StringComparison.Ordinal);
    }
}
