using System.Collections.Immutable;
using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>The entries that a member visibly puts into a list or a dictionary.</summary>
internal sealed class VisibleCollection(SdkSymbols sdk, IOperation? scope, IOperation? origin = null)
{
    private static readonly string[] Readers = ["ContainsKey", "TryGetValue", "Contains", "ToString", "Any", "Count"];

    private readonly List<VisibleEntry> _entries = [];
    private readonly HashSet<ILocalSymbol> _followed = new(SymbolEqualityComparer.Default);
    private int _sources;

    public IReadOnlyList<VisibleEntry> Entries => _entries;

    /// <summary>Whether there can be no other entries.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>How many entries there are at least, whatever way the code takes.</summary>
    public int LeastCount => _sources > 1 ? 0 : _entries.Count(entry => entry.IsCertain);

    /// <summary>How many entries there are, or null if that is not certain.</summary>
    public int? Count => IsWhole && _sources <= 1 && _entries.All(entry => entry.IsCertain) ? _entries.Count : null;

    public static VisibleCollection Of(IOperation value, SdkSymbols sdk)
    {
        var collection = new VisibleCollection(sdk, Certainty.ScopeOf(value), value);
        collection.Read(value);
        return collection;
    }

    /// <summary>Reads what a collection is made of.</summary>
    public void Read(IOperation source)
    {
        _sources++;
        ReadSource(source);
    }

    private void ReadSource(IOperation source)
    {
        var value = source.WithoutConversions();
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation:
                break;
            case IObjectCreationOperation creation:
                IsWhole &= creation.Arguments
                    .All(argument => argument.Value.Type?.SpecialType == SpecialType.System_Int32 || argument.Value is IDefaultValueOperation);
                ReadInitializer(creation.Initializer);
                break;
            case IObjectOrCollectionInitializerOperation initializer:
                ReadInitializer(initializer);
                break;
            case var expression when CollectionExpression.Is(expression):
                ReadElements(CollectionExpression.ElementsOf(expression));
                break;
            case IArrayCreationOperation { Initializer: { } elements }:
                ReadElements(elements.ElementValues);
                break;
            case ILocalReferenceOperation local:
                ReadLocal(local);
                break;
            default:
                IsWhole = false;
                break;
        }
    }

    /// <summary>Reads a place that uses the collection and may add to it.</summary>
    public void ReadUse(IOperation use)
    {
        switch (use.Parent)
        {
            case IInvocationOperation { TargetMethod: { Name: "Add" or "TryAdd", IsStatic: false }, Instance: var instance } add when instance == use:
                AddCall(add);
                break;
            case IInvocationOperation { TargetMethod.Name: var name, Instance: var instance } when instance == use && Readers.Contains(name):
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Parent: ISimpleAssignmentOperation assignment } entry when assignment.Target == entry:
                Add(entry.Arguments[0].Value, assignment.Value, assignment);
                break;
            case IPropertyReferenceOperation property when property.Instance == use && !IsWritten(property):
                break;
            default:
                IsWhole &= new ObjectUse(sdk).IsHarmless(use);
                break;
        }
    }

    private static bool IsWritten(IPropertyReferenceOperation property) => property.Parent is IAssignmentOperation assignment && assignment.Target == property;

    private void ReadLocal(ILocalReferenceOperation reference)
    {
        if (!_followed.Add(reference.Local) || LocalVariable.OnlyValueOf(reference.Local, reference) is not { } value || value is ILocalReferenceOperation)
        {
            IsWhole = false;
            return;
        }

        ReadSource(value);
        foreach (var use in LocalVariable.UsesOf(reference.Local, reference).Where(use => use != reference && !IsFirstAssignment(use, value)))
        {
            ReadUse(use);
        }
    }

    private static bool IsFirstAssignment(IOperation use, IOperation value) =>
        use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use && assignment.Value.WithoutConversions() == value;

    private void ReadInitializer(IObjectOrCollectionInitializerOperation? initializer)
    {
        foreach (var element in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            switch (element)
            {
                case IInvocationOperation add:
                    AddCall(add);
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } keys } } assignment:
                    Add(keys[0].Value, assignment.Value, assignment);
                    break;
                case ISimpleAssignmentOperation:
                    break;
                default:
                    IsWhole = false;
                    break;
            }
        }
    }

    private void ReadElements(IEnumerable<IOperation> elements)
    {
        foreach (var element in elements)
        {
            if (CollectionExpression.IsSpread(element))
            {
                IsWhole = false;
            }
            else
            {
                Add(null, element, element);
            }
        }
    }

    private void AddCall(IInvocationOperation add)
    {
        switch (add.Arguments.Length)
        {
            case 1:
                Add(null, add.Arguments[0].Value, add);
                break;
            case 2:
                Add(add.Arguments[0].Value, add.Arguments[1].Value, add);
                break;
            default:
                IsWhole = false;
                break;
        }
    }

    private void Add(IOperation? key, IOperation value, IOperation place) =>
        _entries.Add(new VisibleEntry(key, value.WithoutConversions(), Certainty.RunsOnceIn(place, scope, origin)));
}
