using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>
/// Recognises writes that visibly ask for nothing that a batch does not do: no condition, no version, no counter, no old item,
/// and not of what was read before.
/// </summary>
internal sealed class UnconditionalWrite(SdkSymbols sdk)
{
    /// <summary>The parameters that say which item, which table and how long.</summary>
    private static readonly string[] Plain =
        ["tableName", "item", "key", "cancellationToken", "value", "document", "doc", "hashKey", "rangeKey"];

    /// <summary>What a request or configuration may set all the same.</summary>
    private static readonly string[] Settings =
    [
        "TableName", "Item", "Key", "Document", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics",
        "OverrideTableName", "TableNamePrefix", "Conversion", "IgnoreNullValues", "RetrieveDateTimeInUtc",
    ];

    private readonly INamedTypeSymbol? _version = sdk.TypeNamed("DataModel.DynamoDBVersionAttribute");
    private readonly INamedTypeSymbol? _counter = sdk.TypeNamed("DataModel.DynamoDBAtomicCounterAttribute");
    private readonly LoadedObject _loaded = new(sdk);
    private readonly RewrittenItem _rewritten = new(sdk);

    public bool Is(IInvocationOperation write) =>
        write.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).All(IsPlain)
        && (write.TargetMethod.TypeArguments is not { Length: 1 } types || IsOfPlainClass(types[0]))
        && _loaded.In(write) is null
        && !_rewritten.IsPutBy(write);

    private bool IsPlain(IArgumentOperation argument) =>
        argument.Parameter?.Name is { } name
        && (Plain.Contains(name)
            || argument.Value.WithoutConversions().ConstantValue is { HasValue: true, Value: null }
            || (VisibleObject.From(argument.Value, sdk) is { IsWhole: true } request && request.Properties.All(Settings.Contains)));

    /// <summary>Whether a class is known, and neither a version nor a counter of it makes the write a conditional one or an update.</summary>
    private bool IsOfPlainClass(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None }
        && !MappedClass.Has(MappedClass.PropertiesOf(type), _version)
        && !MappedClass.Has(MappedClass.PropertiesOf(type), _counter);
}
