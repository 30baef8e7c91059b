using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Judges whether only the first page of a Query or Scan is used.</summary>
internal sealed class PageUse(SdkSymbols sdk, Lazy<MappedTables> tables)
{
    private static readonly string[] Filters = ["FilterExpression", "QueryFilter", "ScanFilter"];

    private readonly ClientMethods _methods = new(sdk, "QueryAsync", "ScanAsync", "Query", "Scan");
    private readonly ListedPage _lists = new(sdk);
    private readonly WholeKey _wholeKey = new(tables);

    /// <summary>What to report of a call: DG3004 or DG3005; null where more is read, or nothing more is needed.</summary>
    public Diagnostic? FaultOf(IInvocationOperation call) =>
        _methods.Contains(call.TargetMethod) ? Check(call)
            : DocumentPage.IsLimitedBeforeFilter(call, sdk) ? TellOfLimit(call, "IsDone is false")
            : _lists.FaultOf(call);

    private static Diagnostic TellOfLimit(IInvocationOperation call, string more) =>
        Diagnostic.Create(FilteredLimit.Rule, CalledName.LocationOf(call.Syntax), Verb(call), more);

    private static string Verb(IInvocationOperation call) => call.TargetMethod.Name.Contains("Scan") ? "Scan" : "Query";

    /// <summary>What reads all pages by itself, where the client has it: not on .NET Framework, nor in the first releases of version 3.</summary>
    private string Paginator(IInvocationOperation call) =>
        sdk.Client.GetMembers("Paginators").IsEmpty ? string.Empty : $", or read client.Paginators.{Verb(call)}";

    private Diagnostic? Check(IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Ordinal == 0) is not { } argument
            || VisibleObject.MadeFor(argument.Value, sdk) is not { IsWhole: true } request
            || ResponseUse.WithCallers(call) is not { IsVisible: true, Reads.Count: > 0 } response
            || ((request.Sets("ExclusiveStartKey") || response.HasRead("LastEvaluatedKey")) && !DroppedLastKey.IsIn(response)))
        {
            return null;
        }

        var isFiltered = Filters.Any(request.Sets);
        var place = CalledName.LocationOf(call.Syntax);
        return request.Sets("Limit")
            ? isFiltered ? TellOfLimit(call, "LastEvaluatedKey is there")
                : Verb(call) == "Scan" && SortedPage.IsIn(response) ? SortedPage.Tell(place)
                : null
            : _wholeKey.IsGivenBy(request) || (!isFiltered && (WantsOneItem(response) || IsRepeatedUntilEmpty(call, response))) ? null
            : IgnoredPage.Tell(place, $"this {Verb(call)}, at most 1 MB,", $"go on while LastEvaluatedKey is there{Paginator(call)}");
    }

    /// <summary>Whether the code looks at the first item only, or whether there is one.</summary>
    private static bool WantsOneItem(ResponseUse response) => response.Reads.All(FirstItem.IsAllThatIsReadOf);

    /// <summary>Whether a loop reads what is there, as one that deletes it does, until nothing is left.</summary>
    private static bool IsRepeatedUntilEmpty(IInvocationOperation call, ResponseUse response) =>
        response.Reads.Any(read => read.Property.Name is "Items" or "Count"
            && FirstItem.IsAllThatIsReadOf(read)
            && (IsInLoop(call) || (LocalVariable.BodyOf(read) != LocalVariable.BodyOf(call) && IsInLoop(read))));

    private static bool IsInLoop(IOperation operation) => operation.Ancestors().Any(outer => outer is IWhileLoopOperation or IForLoopOperation);
}
