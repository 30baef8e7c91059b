using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Recognises an item that is put without a condition, with a number that was read from an item and counted up.</summary>
internal sealed class StoredCounter(SdkSymbols sdk)
{
    private readonly ClientMethods _puts = new(sdk, "PutItemAsync", "PutItem");

    /// <summary>The name of the attribute that is counted up, or null.</summary>
    public string? PutBy(IInvocationOperation put) =>
        _puts.Contains(put.TargetMethod)
            ? NumbersPutBy(put).FirstOrDefault(number => IsCountedUp(number.Attribute, number.Value)).Attribute
            : null;

    private IEnumerable<(string Attribute, IOperation Value)> NumbersPutBy(IInvocationOperation put)
    {
        if (put.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "item") is { Value: var given })
        {
            return NumbersOf(VisibleCollection.Of(given, sdk), given);
        }

        return put.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } argument
            && VisibleObject.From(argument.Value, sdk) is { IsWhole: true } request
            && !request.Sets("ConditionExpression") && !request.Sets("Expected")
            && request.ValuesOf("Item") is { Count: 1 } items
                ? NumbersOf(request.CollectionOf("Item"), items[0])
                : [];
    }

    /// <summary>What is given to the numbers of an item: of one that is made, or of one that was read and is changed.</summary>
    private IEnumerable<(string Attribute, IOperation Value)> NumbersOf(VisibleCollection made, IOperation item) =>
        made.Entries.Select(entry => (Key: entry.Key, entry.Value))
            .Concat(ChangesOf(item))
            .Where(entry => entry.Key is not null)
            .Select(entry => (Attribute: ConstantText.Of(entry.Key!), Value: NumberOf(entry.Value)))
            .Where(entry => entry.Attribute is not null && entry.Value is not null)
            .Select(entry => (entry.Attribute!, entry.Value!));

    /// <summary><c>item["n"] = value</c> and <c>item["n"].N = value</c>.</summary>
    private static IEnumerable<(IOperation? Key, IOperation Value)> ChangesOf(IOperation item)
    {
        var owner = OwnerOf(item);
        foreach (var assignment in LocalVariable.BodyOf(item).Descendants().OfType<ISimpleAssignmentOperation>())
        {
            var entry = assignment.Target is IPropertyReferenceOperation { Property.Name: "N", Instance: { } number } ? number : assignment.Target;
            if (owner is not null && EntryOf(entry) is var (dictionary, key) && SymbolEqualityComparer.Default.Equals(OwnerOf(dictionary), owner))
            {
                yield return (key, assignment.Value);
            }
        }
    }

    /// <summary>The local that holds an item, or the response that it is a property of.</summary>
    private static ILocalSymbol? OwnerOf(IOperation item) =>
        item.WithoutConversions() switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IPropertyReferenceOperation { Property.Name: "Item", Instance: ILocalReferenceOperation { Local: var response } } => response,
            _ => null,
        };

    private static (IOperation Dictionary, IOperation Key)? EntryOf(IOperation? entry) =>
        entry is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } dictionary, Arguments: { Length: 1 } keys }
            ? (dictionary, keys[0].Value)
            : null;

    /// <summary>The text of the number in an attribute value that is made, or the text itself.</summary>
    private IOperation? NumberOf(IOperation value) =>
        value.Type?.SpecialType == SpecialType.System_String ? value
        : VisibleObject.From(value, sdk)?.ValuesOf("N") is { Count: 1 } numbers ? numbers[0]
        : null;

    /// <summary>Whether the text is made of the same attribute of an item that was read, and of a number that is added.</summary>
    private bool IsCountedUp(string attribute, IOperation text)
    {
        var sources = SourcesOf(text);
        return sources.Any(source => CountedUp.TargetOf(source) is not null || (source is IBinaryOperation sum && CountedUp.IsSum(sum)))
            && sources.OfType<IPropertyReferenceOperation>().Any(read => read.Property.Name == "N" && sdk.Declares(read.Property)
                && EntryOf(read.Instance) is var (item, key) && ConstantText.Of(key) == attribute && IsRead(item));
    }

    private static bool IsRead(IOperation item) =>
        item.WithoutConversions() switch
        {
            IPropertyReferenceOperation { Property: { Name: "Item", ContainingType.Name: "GetItemResponse" } } => true,
            ILocalReferenceOperation { Local: var local } =>
                LocalVariable.OnlyValueOf(local, item) is { } value and not ILocalReferenceOperation && IsRead(value),
            _ => false,
        };

    /// <summary>The operations that a value is computed by, with those of the locals in it.</summary>
    private static List<IOperation> SourcesOf(IOperation value)
    {
        var sources = new List<IOperation>();
        var followed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IOperation>([value]);
        while (open.Count > 0)
        {
            foreach (var source in open.Pop().DescendantsAndSelf())
            {
                sources.Add(source);
                if (source is ILocalReferenceOperation { Local: var local } && IsNumberOrText(local.Type) && followed.Add(local))
                {
                    GivenTo(local, value).ToList().ForEach(open.Push);
                }
            }
        }

        return sources;
    }

    private static bool IsNumberOrText(ITypeSymbol type) => type.IsValueType || type.SpecialType == SpecialType.System_String;

    /// <summary>The initializer, assignments and counts of a local, and the calls that it is an output of.</summary>
    private static IEnumerable<IOperation> GivenTo(ILocalSymbol local, IOperation anywhere) =>
        LocalVariable.UsesOf(local, anywhere).Select(use => use.Parent is IDeclarationExpressionOperation declared ? declared.Parent : use.Parent)
            .OfType<IOperation>()
            .Select(use => use is IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: { } call } ? call : use)
            .Where(use => use is IAssignmentOperation or IIncrementOrDecrementOperation or IInvocationOperation { TargetMethod.Name: "TryParse" })
            .Concat(LocalVariable.BodyOf(anywhere).Descendants().OfType<IVariableDeclaratorOperation>()
                .Where(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
                .Select(declarator => declarator.GetVariableInitializer()).OfType<IOperation>());
}
