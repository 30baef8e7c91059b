using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Recognises a Query or Scan whose items the code does nothing with but count them.</summary>
internal sealed class CountedItems(SdkSymbols sdk, Lazy<MappedTables> tables)
{
    private static readonly string[] Filters = ["FilterExpression", "QueryFilter", "ScanFilter"];

    /// <summary>What a response says besides its items.</summary>
    private static readonly string[] Details =
        ["LastEvaluatedKey", "ScannedCount", "ConsumedCapacity", "HttpStatusCode", "ResponseMetadata", "ContentLength"];

    private readonly ClientMethods _methods = new(sdk, "QueryAsync", "ScanAsync", "Query", "Scan");
    private readonly WholeKey _wholeKey = new(tables);
    private readonly SearchRequest _search = new(sdk, tables);

    /// <summary>The first place where what a call reads is counted, and what to do instead; null where the items are used, or few are asked for.</summary>
    public (IOperation Place, string Purpose, string Remedy)? ReadBy(IInvocationOperation call) =>
        _methods.Contains(call.TargetMethod) ? OfResponse(call)
        : FirstSet.StartOf(call) is { } start && sdk.Declares(start.TargetMethod) ? OfSearch(start, call)
        : null;

    private (IOperation, string, string)? OfResponse(IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Ordinal == 0) is not { } argument
            || VisibleObject.From(argument.Value, sdk) is not { IsWhole: true } request
            || !request.ValuesOf("Select").All(IsOfItems)
            || _wholeKey.IsGivenBy(request)
            || ResponseUse.Of(call) is not { IsVisible: true } response)
        {
            return null;
        }

        var places = new List<(IOperation Place, bool IsExistence)>();
        foreach (var read in response.Reads.Where(read => !Details.Contains(read.Property.Name)))
        {
            var found = read.Property.Name switch
            {
                "Count" => [(read, CountUse.IsExistence(read))],
                "Items" => CountUse.Of(read),
                _ => [],
            };
            if (found.Count == 0 && !IsTestForNull(read))
            {
                return null;
            }

            places.AddRange(found);
        }

        return request.Sets("Limit") && (places.All(place => place.IsExistence) || !response.HasRead("LastEvaluatedKey"))
            ? null
            : Advise(places, Filters.Any(request.Sets), "set Select = Select.COUNT");
    }

    private (IOperation, string, string)? OfSearch(IInvocationOperation start, IInvocationOperation read) =>
        !_search.IsOfPageOrItem(start)
        && !_search.Selects(start)
        && ResponseUse.ResultOf(read) is { } items
            ? Advise(CountUse.Of(items), _search.HasFilter(start), "send a request with Select.COUNT")
            : null;

    private static (IOperation, string, string)? Advise(IReadOnlyList<(IOperation Place, bool IsExistence)> places, bool isFiltered, string select) =>
        places.Count == 0 ? null
        : !places.All(place => place.IsExistence) ? (places[0].Place, "count them", $"{select}, which sends none and bills as much, or keep a counter")
        : isFiltered ? (places[0].Place, "see whether there is any", $"{select}, which sends none")
        : (places[0].Place, "see whether there is any", "ask for one with Limit = 1");

    /// <summary>Whether the items are sent: a value of another kind than the constants of the SDK may be any.</summary>
    private static bool IsOfItems(IOperation select) =>
        select.WithoutConversions() is IFieldReferenceOperation
        {
            Field: { Name: "ALL_ATTRIBUTES" or "ALL_PROJECTED_ATTRIBUTES", ContainingType.Name: "Select" },
        };

    private static bool IsTestForNull(IOperation read) =>
        ObjectUse.OutermostConversion(read).Parent switch
        {
            IBinaryOperation { LeftOperand: var left, RightOperand: var right } =>
                new[] { left, right }.Any(operand => operand.WithoutConversions().ConstantValue is { HasValue: true, Value: null }),
            IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
            _ => false,
        };
}
