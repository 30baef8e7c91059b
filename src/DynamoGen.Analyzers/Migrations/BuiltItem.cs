using System.Collections.Immutable;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>An item that a function builds, as far as its code shows what each property is given.</summary>
internal sealed class BuiltItem
{
    private readonly Dictionary<string, IOperation> _values = [];

    private BuiltItem()
    {
    }

    /// <summary>The value that a property is given; null where it keeps its default.</summary>
    public IOperation? ValueOf(string property) => _values.TryGetValue(property, out var value) ? value : null;

    /// <summary>The items that a function returns, one for each of its ways out; null where one of them is not to be seen.</summary>
    public static IReadOnlyList<BuiltItem>? ReturnedBy(IOperation body)
    {
        var items = new List<BuiltItem>();
        foreach (var value in body.Descendants().OfType<IReturnOperation>().Where(IsOwn).Select(returned => returned.ReturnedValue).OfType<IOperation>())
        {
            if (!Add(value, items))
            {
                return null;
            }
        }

        return items.Count == 0 ? null : items;

        static bool IsOwn(IReturnOperation returned) => !returned.Ancestors().Any(outer => outer is IAnonymousFunctionOperation or ILocalFunctionOperation);
    }

    private static bool Add(IOperation value, List<BuiltItem> items) => value.WithoutConversions() switch
    {
        IThrowOperation => true,
        IConditionalOperation { WhenFalse: { } otherwise } choice => Add(choice.WhenTrue, items) && Add(otherwise, items),
        ISwitchExpressionOperation choice => choice.Arms.All(arm => Add(arm.Value, items)),
        ILocalReferenceOperation local => LocalVariable.UsesOf(local.Local, local).Count() == 1
            && LocalVariable.OnlyValueOf(local.Local, local) is { } only && Add(only, items),
        var built when Of(built) is { } item => Added(item, items),
        _ => false,
    };

    private static bool Added(BuiltItem item, List<BuiltItem> items)
    {
        items.Add(item);
        return true;
    }

    /// <summary>The item that an expression creates or copies; null where it does something else, or what it gives is not seen.</summary>
    public static BuiltItem? Of(IOperation value)
    {
        switch (value)
        {
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                var item = new BuiltItem();
                return item.TakeArguments(creation, constructor) && item.TakeInitializer(creation.Initializer) ? item : null;
            case IWithOperation with:
                return Of(with.Operand.WithoutConversions()) is { } copied && copied.TakeInitializer(with.Initializer) ? copied : null;
            default:
                return null;
        }
    }

    /// <summary>A record's own constructor gives each parameter to the property of its name; what another one does is not seen.</summary>
    private bool TakeArguments(IObjectCreationOperation creation, IMethodSymbol constructor)
    {
        foreach (var argument in creation.Arguments)
        {
            var name = argument.Parameter!.Name;
            if (!SingleValue.IsPrimary(constructor) || constructor.ContainingType.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is null)
            {
                return false;
            }

            _values[name] = argument.Value;
        }

        return true;
    }

    private bool TakeInitializer(IObjectOrCollectionInitializerOperation? initializer)
    {
        foreach (var part in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (part is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value })
            {
                return false;
            }

            _values[target.Property.Name] = value;
        }

        return true;
    }
}
