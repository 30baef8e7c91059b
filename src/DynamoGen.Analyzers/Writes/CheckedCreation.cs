using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Recognises an item that is put without a condition, after the same member has read its key and found nothing.</summary>
internal sealed class CheckedCreation(SdkSymbols sdk)
{
    private readonly ClientMethods _gets = new(sdk, "GetItemAsync", "GetItem");
    private readonly ClientMethods _puts = new(sdk, "PutItemAsync", "PutItem");
    private readonly INamedTypeSymbol? _version = sdk.TypeNamed("DataModel.DynamoDBVersionAttribute");

    public bool IsBy(IInvocationOperation write)
    {
        var isOfKey = IsPut(write) ? KeyOfPut(write) : IsSave(write) ? KeyOfSave(write) : null;
        return isOfKey is not null && ReadsBefore(write).Where(isOfKey).Any(read => new AbsenceCheck(value => IsResultOf(value, read)).Guards(write));
    }

    private bool IsPut(IInvocationOperation write) => _puts.Contains(write.TargetMethod);

    private bool IsSave(IInvocationOperation write) =>
        write.TargetMethod is { Name: "SaveAsync" or "Save", ContainingType.Name: "IDynamoDBContext" or "DynamoDBContext" } method && sdk.Declares(method);

    private IEnumerable<IInvocationOperation> ReadsBefore(IInvocationOperation write) =>
        LocalVariable.BodyOf(write).Descendants().OfType<IInvocationOperation>().Where(call => call.Syntax.SpanStart < write.Syntax.SpanStart
            && (_gets.Contains(call.TargetMethod) || (call.TargetMethod is { Name: "LoadAsync" or "Load" } method && sdk.Declares(method))));

    /// <summary>Whether an expression is what a call found, its item, or whether there is one.</summary>
    private static bool IsResultOf(IOperation value, IInvocationOperation read) =>
        value switch
        {
            ILocalReferenceOperation { Local: var local } =>
                LocalVariable.DeclaredValueOf(local, value)?.WithoutConversions() is { } first and not ILocalReferenceOperation && IsResultOf(first, read),
            IPropertyReferenceOperation { Property.Name: "Item" or "IsItemSet", Instance: { } response } => IsResultOf(response.WithoutConversions(), read),
            _ => ResponseUse.ResultOf(read) == value,
        };

    /// <summary>Tells the reads of the key of an item that is put without a condition; null for other puts.</summary>
    private Func<IInvocationOperation, bool>? KeyOfPut(IInvocationOperation put)
    {
        VisibleCollection item;
        IOperation? table;
        if (ArgumentOf(put, "item") is { } given)
        {
            (item, table) = (VisibleCollection.Of(given, sdk), ArgumentOf(put, "tableName"));
        }
        else if (ArgumentOf(put, "request") is { } argument && VisibleObject.From(argument, sdk) is { IsWhole: true } request
            && !request.Sets("ConditionExpression") && !request.Sets("Expected"))
        {
            (item, table) = (request.CollectionOf("Item"), request.CertainValueOf("TableName"));
        }
        else
        {
            return null;
        }

        return table is null ? null : read => ReadOf(read) is var (key, source) && SameValue.Is(source, table) && IsKeyOf(key, item);
    }

    private (VisibleCollection Key, IOperation Table)? ReadOf(IInvocationOperation read) =>
        ArgumentOf(read, "key") is { } key && ArgumentOf(read, "tableName") is { } name ? (VisibleCollection.Of(key, sdk), name)
        : ArgumentOf(read, "request") is { } argument && VisibleObject.From(argument, sdk) is { IsWhole: true } request
            && request.CertainValueOf("TableName") is { } table ? (request.CollectionOf("Key"), table)
        : null;

    /// <summary>Whether the item has all attributes of the key with the same values.</summary>
    private bool IsKeyOf(VisibleCollection key, VisibleCollection item) =>
        key.Count > 0 && key.Entries.All(part => part.Key is not null && ConstantText.Of(part.Key) is { } name
            && item.Entries.Where(entry => entry.Key is not null && ConstantText.Of(entry.Key) == name).ToList() is { Count: 1 } same
            && (SameValue.Is(part.Value, same[0].Value)
                || (QueryHash.TextOf(part.Value, sdk) is { } one && QueryHash.TextOf(same[0].Value, sdk) is { } other && SameValue.Is(one, other))));

    /// <summary>Tells the loads of the key of an object that is saved; null where its class has a version, or is not known.</summary>
    private Func<IInvocationOperation, bool>? KeyOfSave(IInvocationOperation save) =>
        ArgumentOf(save, "value")?.WithoutConversions() is { Type: INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type } saved
        && !MappedClass.Has(MappedClass.PropertiesOf(type), _version)
            ? load => SymbolEqualityComparer.Default.Equals(load.TargetMethod.TypeArguments.FirstOrDefault(), type) && KeysOf(load) is { Count: > 0 } keys
                && keys.All(key => IsOf(saved, key))
            : null;

    private static List<IOperation> KeysOf(IInvocationOperation load) =>
        [.. load.Arguments.Where(argument => argument.Parameter?.Name is "hashKey" or "rangeKey" && argument.ArgumentKind == ArgumentKind.Explicit)
            .Select(argument => argument.Value.WithoutConversions())];

    /// <summary>Whether a key is a property of the object, or what one is given where the object is made.</summary>
    private bool IsOf(IOperation saved, IOperation key) =>
        (key is IPropertyReferenceOperation { Instance: { } owner } && owner is not IInstanceReferenceOperation && SameValue.Is(owner, saved))
        || CreationsOf(saved).Select(creation => VisibleObject.Of(creation, sdk))
            .Any(made => made.Properties.Any(property => made.ValuesOf(property) is { Count: 1 } values && SameValue.Is(values[0], key)));

    /// <summary>The new objects that are saved: one that is made in the call, or those that a local variable is set to.</summary>
    private static IEnumerable<IObjectCreationOperation> CreationsOf(IOperation saved) =>
        (saved is ILocalReferenceOperation { Local: var local }
            ? LocalVariable.UsesOf(local, saved).Select(use => use.Parent).OfType<ISimpleAssignmentOperation>()
                .Where(assignment => assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local))
                .Select(assignment => assignment.Value).Append(LocalVariable.DeclaredValueOf(local, saved)).OfType<IOperation>()
            : [saved])
        .Select(value => value.WithoutConversions()).OfType<IObjectCreationOperation>();

    private static IOperation? ArgumentOf(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;
}
