using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Finds where the values of a request come from.</summary>
internal static class UsedSources
{
    public static IEnumerable<ValueSource> Of(PatternModel pattern) => pattern switch
    {
        GetPattern get => OfKey(get.Key),
        QueryPattern query => OfKey(query.Condition).Concat(OfCondition(query.Filter)),
        ScanPattern scan => OfCondition(scan.Filter).Concat(OfSegment(scan)),
        WritePattern write => OfKey(write.Key).Concat(OfCondition(write.Expressions.Condition)).Concat(OfUpdate(write.Expressions.Update))
            .Concat(OfCondition(write.WhenNew)),
        _ => [],
    };

    private static IEnumerable<ValueSource> OfKey(KeyConditionModel condition)
    {
        var bounds = condition.Range?.Parameters.Select(parameter => new ParameterSource(parameter)) ?? [];
        return OfParts(condition.Partition.Concat(condition.SortPrefix)).Concat(bounds);
    }

    /// <summary>The part that is scanned, of how many; where all are scanned at a time, the request is not what says so.</summary>
    private static IEnumerable<ValueSource> OfSegment(ScanPattern scan) => scan.Segment is null
        ? []
        : [new ParameterSource(scan.Segment), new ParameterSource(scan.Signature.Parameter(ParameterRole.Segments)!)];

    private static IEnumerable<ValueSource> OfParts(IEnumerable<BoundPart> parts) => parts.Select(part => part.Value).OfType<ValueSource>();

    private static IEnumerable<ValueSource> OfCondition(Condition? condition) => condition is null ? [] : OfValues(printer => printer.Condition(condition));

    private static IEnumerable<ValueSource> OfUpdate(UpdateModel? update) => update is null ? [] : OfValues(printer => printer.Update(update));

    private static IEnumerable<ValueSource> OfValues(Action<ExpressionPrinter> print)
    {
        var printer = new ExpressionPrinter();
        print(printer);
        var sources = printer.Keys.Select(key => key.Content.Source).Concat(printer.Filters.Select(filter => filter.Source)).Concat(printer.Positions);
        return sources.Concat(printer.Values.SelectMany(value => value.Content switch
        {
            TypedValue typed => [typed.Source],
            ListedValues listed => [listed.Source],
            KeyValue key => OfParts(key.Parts.Concat(key.ShardParts)),
            _ => Enumerable.Empty<ValueSource>(),
        }));
    }
}
