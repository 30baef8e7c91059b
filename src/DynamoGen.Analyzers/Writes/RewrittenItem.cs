using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Recognises a whole item that a member reads, changes and puts into the same table again, without a condition.</summary>
internal sealed class RewrittenItem(SdkSymbols sdk)
{
    /// <summary>What keys are often called: a new value for one makes another item.</summary>
    private static readonly string[] KeyNames = ["pk", "sk", "id"];

    /// <summary>How many locals and copies an item is followed through, so that two that are made of each other end.</summary>
    private const int MostSteps = 8;

    private readonly ClientMethods _puts = new(sdk, "PutItemAsync", "PutItem");
    private readonly ClientMethods _gets = new(sdk, "GetItemAsync", "GetItem");

    public bool IsPutBy(IInvocationOperation put)
    {
        if (put.TargetMethod.Name is not ("PutItemAsync" or "PutItem") || PutOf(put) is not var (item, table))
        {
            return false;
        }

        return ReadOf(item) is var (read, local)
            && TableOf(read) is { } source
            && SameValue.Is(source, table)
            && ChangedValue.FunctionAround(read) == ChangedValue.FunctionAround(put)
            && IsChanged(local, read, put);
    }

    /// <summary>The item and the table of a put that has no condition.</summary>
    private (IOperation Item, IOperation Table)? PutOf(IInvocationOperation put)
    {
        if (!_puts.Contains(put.TargetMethod))
        {
            return IsOfTable(put)
                && put.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "doc") is { } document
                && put.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit)
                    .All(argument => argument == document || argument.Parameter?.Name == "cancellationToken")
                    ? (document.Value, put.Instance!)
                    : null;
        }

        if (ArgumentOf(put, "item") is { } item && ArgumentOf(put, "tableName") is { } name)
        {
            return (item, name);
        }

        return ArgumentOf(put, "request") is { } argument
            && VisibleObject.From(argument, sdk) is { IsWhole: true } request
            && !request.Sets("ConditionExpression") && !request.Sets("Expected")
            && request.CertainValueOf("Item") is { } given && request.CertainValueOf("TableName") is { } table
                ? (given, table)
                : null;
    }

    /// <summary>The call that read the item, and the local by which it is changed.</summary>
    private (IInvocationOperation Read, ILocalSymbol Local)? ReadOf(IOperation item)
    {
        var value = item.WithoutConversions();
        var local = (value as ILocalReferenceOperation)?.Local;
        for (var step = 0; step < MostSteps; step++)
        {
            switch (value)
            {
                case ILocalReferenceOperation reference when LocalVariable.OnlyValueOf(reference.Local, reference) is { } only:
                    value = only;
                    break;
                case IPropertyReferenceOperation { Property.Name: "Item", Instance: { } response } property when sdk.Declares(property.Property):
                    value = response.WithoutConversions();
                    local ??= (value as ILocalReferenceOperation)?.Local;
                    break;
                case IObjectCreationOperation { Arguments: { Length: > 0 } arguments, Type.Name: "Dictionary" }:
                    value = arguments[0].Value.WithoutConversions();
                    break;
                default:
                    var call = value.DescendantsAndSelf().OfType<IInvocationOperation>()
                        .FirstOrDefault(call => (_gets.Contains(call.TargetMethod) || IsOfTable(call)) && ResponseUse.ResultOf(call) == value);
                    return call is not null && local is not null ? (call, local) : null;
            }
        }

        return null;
    }

    /// <summary>Whether attributes are changed, and none that may be of the key.</summary>
    private bool IsChanged(ILocalSymbol local, IInvocationOperation read, IInvocationOperation put)
    {
        var changes = ChangedValue.PlacesOf(local, put).Where(change => change.Syntax.SpanStart > read.Syntax.SpanStart).ToList();
        return changes.Count > 0 && !changes.SelectMany(change => change.DescendantsAndSelf()).Select(NameIn).Any(MayBeKey);

        bool MayBeKey(string? name) => name is not null && (KeyNames.Contains(name, StringComparer.OrdinalIgnoreCase) || KeyOf(read).Contains(name));
    }

    /// <summary>The name of the attribute in <c>item["a"]</c> and <c>item.Remove("a")</c>.</summary>
    private static string? NameIn(IOperation part) =>
        part switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } => ConstantText.Of(keys[0].Value),
            IInvocationOperation { Arguments: { Length: > 0 } arguments, TargetMethod.Name: "Add" or "TryAdd" or "Remove" } =>
                ConstantText.Of(arguments[0].Value),
            _ => null,
        };

    private IEnumerable<string> KeyOf(IInvocationOperation read)
    {
        var entries = ArgumentOf(read, "key") is { } key ? VisibleCollection.Of(key, sdk).Entries
            : ArgumentOf(read, "request") is { } argument && VisibleObject.From(argument, sdk) is { } request ? request.CollectionOf("Key").Entries
            : [];
        return entries.Select(entry => entry.Key is null ? null : ConstantText.Of(entry.Key)).OfType<string>();
    }

    private IOperation? TableOf(IInvocationOperation read) =>
        !_gets.Contains(read.TargetMethod) ? read.Instance
        : ArgumentOf(read, "tableName")
            ?? (ArgumentOf(read, "request") is { } argument ? VisibleObject.From(argument, sdk)?.CertainValueOf("TableName") : null);

    private bool IsOfTable(IInvocationOperation call) =>
        call.TargetMethod is { Name: "GetItemAsync" or "GetItem" or "PutItemAsync" or "PutItem", ContainingType.Name: "ITable" or "Table" }
        && sdk.Declares(call.TargetMethod);

    private static IOperation? ArgumentOf(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;
}
