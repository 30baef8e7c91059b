using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Recognises the items of a Query of which code takes those with a certain value, and drops the others.</summary>
internal sealed class FilteredItems(SdkSymbols sdk)
{
    private static readonly string[] Filters =
        ["Where", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Any", "Count", "Find", "FindAll", "Exists"];

    /// <summary>What gives the same items.</summary>
    private static readonly string[] Same = ["AsEnumerable", "ToList", "ToArray", "OrderBy", "OrderByDescending"];

    private readonly ClientMethods _queries = new(sdk, "QueryAsync", "Query");

    /// <summary>The filter, and the attribute it asks for; null where the items are used for anything else, and for what no key can do.</summary>
    public (IInvocationOperation Filter, AskedItem Asked)? Of(IInvocationOperation read) =>
        ItemsOf(read) is { } items
        && OnlyFilterOf(items) is { } filter
        && !IsRepeated(filter, read)
        && LambdaOf(filter) is { } lambda
        && AskedItem.In(lambda).FirstOrDefault(asked => !ExpiryName.Is(asked.Attribute)) is { } found
            ? (filter, found)
            : null;

    /// <summary>The class whose items are read, and whether the table itself is; null where that is not visible.</summary>
    public (INamedTypeSymbol Class, bool IsOfTable)? ClassOf(IInvocationOperation read) =>
        FirstSet.StartOf(read) is { } start && start.TargetMethod.TypeArguments.FirstOrDefault() is INamedTypeSymbol entity
            ? (entity, !start.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit
                && argument.Parameter?.Type.Name is "QueryConfig" or "DynamoDBOperationConfig" or "QueryOperationConfig"))
            : null;

    /// <summary>All items that a search finds, or those of a response.</summary>
    private IOperation? ItemsOf(IInvocationOperation read) =>
        FirstSet.StartOf(read) is { } start ? start.TargetMethod.Name.Contains("Query") && sdk.Declares(start.TargetMethod) ? ResponseUse.ResultOf(read) : null
        : _queries.Contains(read.TargetMethod) && ResponseUse.Of(read) is { IsVisible: true } response
            && response.Reads.Where(property => property.Property.Name is "Items" or "Count").ToList() is { Count: 1 } reads
            && reads[0].Property.Name == "Items"
                ? reads[0]
                : null;

    private static IInvocationOperation? OnlyFilterOf(IOperation items)
    {
        if (ObjectUse.OwnerOf(items) is { } local)
        {
            var uses = LocalVariable.UsesOf(local, items).Where(use => !IsTargetOrTest(use)).ToList();
            return uses.Count == 1 && LocalVariable.IsSetOnce(local, items) ? OnlyFilterOf(uses[0]) : null;
        }

        var value = ObjectUse.OutermostConversion(items);
        var call = value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" } extension } argument
                when extension.Arguments[0] == argument => extension,
            IInvocationOperation { TargetMethod.ContainingType.Name: "List" } own when own.Instance == value => own,
            _ => null,
        };
        return call is null ? null
            : Filters.Contains(call.TargetMethod.Name) ? call
            : Same.Contains(call.TargetMethod.Name) ? OnlyFilterOf(call)
            : null;
    }

    /// <summary>Whether many items are looked for in what was read once, which is one request rather than many.</summary>
    private static bool IsRepeated(IOperation filter, IOperation read) =>
        filter.Ancestors().Any(outer => outer is ILoopOperation or IAnonymousFunctionOperation && !outer.Syntax.Span.Contains(read.Syntax.Span));

    private static bool IsTargetOrTest(IOperation use) => use.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == use,
        IBinaryOperation or IIsPatternOperation => true,
        _ => false,
    };

    private static IAnonymousFunctionOperation? LambdaOf(IInvocationOperation filter)
    {
        var value = filter.Arguments.LastOrDefault()?.Value.WithoutConversions();
        return (value is IDelegateCreationOperation made ? made.Target : value) as IAnonymousFunctionOperation;
    }
}
