using System.Collections.Immutable;
using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>
/// What a member visibly gives to an object that it creates: in the constructor, in the initializer, and in later assignments to the same local variable.
/// </summary>
internal sealed class VisibleObject
{
    private readonly SdkSymbols _sdk;
    private readonly ObjectUse _use;
    private readonly List<(string Property, IOperation Value, bool IsCertain)> _values = [];
    private readonly List<IPropertyReferenceOperation> _reads = [];
    private readonly IInvocationOperation? _maker;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    private VisibleObject(SdkSymbols sdk, IObjectCreationOperation creation, IMethodSymbol? forwarder, IInvocationOperation? maker = null)
    {
        _sdk = sdk;
        _use = new ObjectUse(sdk, forwarder);
        _maker = maker;
        Creation = creation;
        Scope = Certainty.ScopeOf(creation);
    }

    public IObjectCreationOperation Creation { get; }

    /// <summary>Whether nothing else can have changed the object.</summary>
    public bool IsWhole { get; private set; } = true;

    private IOperation? Scope { get; }

    /// <summary>Reads a creation.</summary>
    /// <param name="creation">The creation.</param>
    /// <param name="sdk">The SDK.</param>
    /// <param name="forwarder">A method that hands the object on to the SDK as it is, or null.</param>
    public static VisibleObject Of(IObjectCreationOperation creation, SdkSymbols sdk, IMethodSymbol? forwarder = null)
    {
        var result = new VisibleObject(sdk, creation, forwarder);
        result.Read();
        return result;
    }

    /// <summary>The object that a value visibly is: a creation, or a local variable that holds one.</summary>
    public static VisibleObject? From(IOperation value, SdkSymbols sdk, IMethodSymbol? forwarder = null) =>
        value.WithoutConversions() switch
        {
            IObjectCreationOperation creation => Of(creation, sdk, forwarder),
            ILocalReferenceOperation local when LocalVariable.OnlyValueOf(local.Local, local) is IObjectCreationOperation creation =>
                Of(creation, sdk, forwarder),
            _ => null,
        };

    /// <summary>The same, or the object that a method of the same compilation makes for the value, and hands to others which set its properties.</summary>
    public static VisibleObject? MadeFor(IOperation value, SdkSymbols sdk)
    {
        if (From(value, sdk) is { } own)
        {
            return own;
        }

        var reference = value.WithoutConversions() as ILocalReferenceOperation;
        var made = reference is null ? value.WithoutConversions() : LocalVariable.OnlyValueOf(reference.Local, reference);
        if (made is not IInvocationOperation maker || ReturnedValue.OnlyOf(maker) is not { } returned || CreationOf(returned) is not { } creation)
        {
            return null;
        }

        var result = new VisibleObject(sdk, creation, forwarder: null, maker);
        result.Read();
        if (reference is not null)
        {
            result.ReadUses(reference.Local, reference);
        }

        return result;
    }

    private static IObjectCreationOperation? CreationOf(IOperation value) =>
        (value is ILocalReferenceOperation { Local: var local } ? LocalVariable.OnlyValueOf(local, value) : value) as IObjectCreationOperation;

    /// <summary>The properties that are given a value.</summary>
    public IEnumerable<string> Properties => _values.Select(value => value.Property).Distinct();

    /// <summary>The values a property may have. A compound assignment stands for the value that it computes.</summary>
    public IReadOnlyList<IOperation> ValuesOf(string property) => [.. _values.Where(value => value.Property == property).Select(value => value.Value)];

    /// <summary>The value that a property certainly has: the only one it is ever given, on every way through the code.</summary>
    public IOperation? CertainValueOf(string property) =>
        IsWhole && _values.Where(value => value.Property == property).ToList() is { Count: 1 } values && values[0].IsCertain ? values[0].Value : null;

    public bool Sets(string property) => _values.Any(value => value.Property == property && value.Value.ConstantValue is not { HasValue: true, Value: null });

    /// <summary>Whether a property is changed in a way that gives no value to look at, as <c>+=</c> does.</summary>
    public bool Obscures(string property) => ValuesOf(property).Any(value => value is ICompoundAssignmentOperation);

    /// <summary>The entries of a property that holds a collection.</summary>
    public VisibleCollection CollectionOf(string property)
    {
        var collection = new VisibleCollection(_sdk, Scope);
        foreach (var value in ValuesOf(property))
        {
            collection.Read(value);
        }

        foreach (var read in _reads.Where(read => read.Property.Name == property))
        {
            collection.ReadUse(read);
        }

        return collection;
    }

    private void Read()
    {
        ReadCreation();
        if (ObjectUse.OwnerOf(Creation) is { } owner)
        {
            ReadUses(owner, Creation);
        }
        else if (ObjectUse.IsChangedInItsPlace(Creation) || (!_use.IsHarmless(Creation) && !IsFollowed(Creation)))
        {
            IsWhole = false;
        }
    }

    private void ReadCreation()
    {
        foreach (var argument in Creation.Arguments.Where(argument => argument.Parameter is not null))
        {
            _values.Add((PropertyOf(argument.Parameter!), argument.Value, true));
        }

        foreach (var initializer in Creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment)
            {
                _values.Add((target.Property.Name, assignment.Value, true));
            }
            else if (initializer is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member })
            {
                _values.Add((member.Property.Name, ((IMemberInitializerOperation)initializer).Initializer, true));
            }
        }
    }

    /// <summary>The constructors of the SDK name their parameters as the properties.</summary>
    private string PropertyOf(IParameterSymbol parameter) =>
        Creation.Type?.GetMembers()
            .OfType<IPropertySymbol>().FirstOrDefault(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase))?.Name
            ?? parameter.Name;

    private void ReadUses(ILocalSymbol owner, IOperation anywhere)
    {
        foreach (var reference in LocalVariable.UsesOf(owner, anywhere))
        {
            ReadUse(reference);
        }
    }

    private void ReadUse(IOperation reference)
    {
        if (reference.Parent is IPropertyReferenceOperation property && property.Instance == reference)
        {
            ReadProperty(property);
        }
        else if (!IsOwnCreation(reference) && !_use.IsHarmless(reference) && !IsFollowed(reference))
        {
            IsWhole = false;
        }
    }

    /// <summary>Whether an object that is made for a caller is returned to it, or handed to a method whose uses of it are read too.</summary>
    private bool IsFollowed(IOperation reference)
    {
        var value = ObjectUse.OutermostConversion(reference);
        if (_maker is null || value.Parent is not IArgumentOperation argument)
        {
            return _maker is not null && value.Parent is IReturnOperation;
        }

        var uses = CalledBody.UsesOf(argument).ToList();
        if (uses.Count == 0 || !_followed.Add(uses[0].Parameter))
        {
            return false;
        }

        uses.ForEach(ReadUse);
        return true;
    }

    private void ReadProperty(IPropertyReferenceOperation property)
    {
        if (property.Parent is IAssignmentOperation assignment && assignment.Target == property)
        {
            var value = assignment is ICompoundAssignmentOperation ? assignment : assignment.Value;
            _values.Add((property.Property.Name, value, assignment is ISimpleAssignmentOperation && Certainty.RunsOnceIn(assignment, Scope)));
        }
        else
        {
            _reads.Add(property);
        }
    }

    private bool IsOwnCreation(IOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation assignment
        && assignment.Target == reference
        && assignment.Value.WithoutConversions() is var value
        && (value == Creation || (_maker is not null && value == _maker));
}
