using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// Recognises a search of the document or object persistence model of which only the first set of items is read, and all of that set is used.
/// </summary>
internal sealed class FirstSet(SdkSymbols sdk, Lazy<MappedTables> tables)
{
    private static readonly string[] Starts = ["Query", "Scan", "QueryAsync", "ScanAsync", "FromQueryAsync", "FromScanAsync"];

    private static readonly string[] Reads = ["GetNextSetAsync", "GetNextSet"];
    private static readonly string[] ReadsOfAll = ["GetRemainingAsync", "GetRemaining"];

    /// <summary>What tells where the search stands, and what gives all that it has found.</summary>
    private static readonly string[] Cursors = ["IsDone", "PaginationToken", "NextKey", "Matches"];

    private readonly SearchRequest _request = new(sdk, tables);

    /// <summary>The call that starts the search of which a set or all is read; null for other calls, and where the search comes from elsewhere.</summary>
    public static IInvocationOperation? StartOf(IInvocationOperation read) =>
        Reads.Contains(read.TargetMethod.Name) || ReadsOfAll.Contains(read.TargetMethod.Name)
            ? read.Instance?.WithoutConversions() switch
            {
                IInvocationOperation start => start,
                ILocalReferenceOperation { Local: var search } use => LocalVariable.OnlyValueOf(search, use) as IInvocationOperation,
                _ => null,
            }
            : null;

    /// <summary>The read, and whether a filter leaves items out; null for a call that starts no search, or one that needs no second set.</summary>
    public (IInvocationOperation Read, bool IsFiltered)? ReadOf(IInvocationOperation start)
    {
        if (!Starts.Contains(start.TargetMethod.Name)
            || !sdk.Declares(start.TargetMethod)
            || OnlyReadOf(start) is not { } read
            || _request.IsOfPageOrItem(start)
            || ExpressionTree.Contains(read))
        {
            return null;
        }

        var isFiltered = _request.HasFilter(start);
        return IsIgnored(read) || (!isFiltered && IsOnlyFirstUsed(read)) ? null : (read, isFiltered);
    }

    /// <summary>The one call that reads a set, in the same turn of a loop as the search starts.</summary>
    private static IInvocationOperation? OnlyReadOf(IInvocationOperation start)
    {
        if (ObjectUse.OwnerOf(start) is not { } search)
        {
            return SetReadFrom(start) is { } direct && !IsRepeated(direct, start) ? direct : null;
        }

        if (LocalVariable.OnlyValueOf(search, start) != start)
        {
            return null;
        }

        var uses = LocalVariable.UsesOf(search, start).Where(use => !IsTarget(use)).ToList();
        var others = uses.Where(use => use.Parent is not IPropertyReferenceOperation property || Cursors.Contains(property.Property.Name)).ToList();
        return others.Count == 1 && SetReadFrom(others[0]) is { } read && !IsRepeated(read, start) ? read : null;
    }

    private static IInvocationOperation? SetReadFrom(IOperation search)
    {
        var value = ObjectUse.OutermostConversion(search);
        return value.Parent is IInvocationOperation read && read.Instance == value && Reads.Contains(read.TargetMethod.Name) ? read : null;
    }

    private static bool IsTarget(IOperation use) => use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use;

    /// <summary>
    /// Whether the read may run again for one search, or a loop that no list bounds starts the search again, as one does that reads until nothing is left.
    /// </summary>
    private static bool IsRepeated(IOperation read, IOperation start)
    {
        var around = start.Ancestors().ToList();
        return read.Ancestors().TakeWhile(outer => !around.Contains(outer))
                .Any(outer => outer is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            || around.TakeWhile(outer => outer is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                .Any(outer => outer is IWhileLoopOperation or IForLoopOperation { Condition: null });
    }

    private static bool IsIgnored(IOperation read) =>
        (ResponseUse.ResultOf(read) ?? ObjectUse.OutermostConversion(read)).Parent
            is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    private static bool IsOnlyFirstUsed(IOperation read)
    {
        if (ResponseUse.ResultOf(read) is { } items)
        {
            return ObjectUse.OwnerOf(items) is { } set
                ? LocalVariable.UsesOf(set, read).Where(use => !IsTarget(use)).All(FirstItem.IsFirst)
                : FirstItem.IsFirst(items);
        }

        return ObjectUse.OwnerOf(read) is { } task && LocalVariable.UsesOf(task, read).Where(use => !IsTarget(use)).All(IsOnlyFirstUsed);
    }
}
