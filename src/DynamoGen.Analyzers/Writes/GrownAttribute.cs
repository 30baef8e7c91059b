using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Finds the sets and lists of an item that code adds to each time, where nothing in sight takes from them or counts them.</summary>
internal sealed class GrownAttribute(SdkSymbols sdk)
{
    private static readonly string[] Additions = ["Add", "AddRange", "Insert"];

    /// <summary>What takes elements out, or asks how many and which there are.</summary>
    private static readonly string[] Bounds =
        ["Remove", "RemoveAt", "RemoveRange", "RemoveAll", "Clear", "Take", "TakeLast", "Skip", "GetRange", "Contains", "Any"];

    private static readonly string[] Sets = ["SS", "NS", "BS"];

    private readonly LoadedObject _loaded = new(sdk);

    /// <summary>The attribute that an update adds to by <c>ADD</c> of a set or by <c>list_append</c>, and its place; null for other updates.</summary>
    public (string Attribute, Location Place)? In(VisibleObject update)
    {
        if (RequestText.OnlyOf(update, "UpdateExpression", ExpressionKind.Update) is not { Expression.Syntax.Update: { } syntax } expression
            || syntax.Clauses.Any(clause => clause.Keyword.IsKeyword("REMOVE") || clause.Keyword.IsKeyword("DELETE"))
            || !update.ValuesOf("ConditionExpression").All(condition => ConstantText.Of(condition) is { } text && !text.Contains("size")))
        {
            return null;
        }

        var names = new AttributeNames(update);
        return (from clause in syntax.Clauses
                from action in clause.Actions
                where action.Path.IsWholeAttribute
                    && (clause.Keyword.IsKeyword("ADD") ? action.Value is ValueSyntax value && IsSet(update, value.Token.Text) : ListAppend.Is(action))
                select ((string, Location)?)(names.Resolve(action.Path.Attribute), ExpressionLocation.Of(expression.Value, action.Path.Attribute)))
            .FirstOrDefault();
    }

    /// <summary>The property of an object that was loaded, which is a collection, was added to, and is saved; null for other calls.</summary>
    public (IPropertySymbol Property, Location Place)? In(IInvocationOperation save)
    {
        if (_loaded.In(save) is not { Local: var local })
        {
            return null;
        }

        var uses = LocalVariable.UsesOf(local, save).Select(use => use.Parent).OfType<IPropertyReferenceOperation>().ToList();
        var add = uses.FirstOrDefault(use => use.Parent is IInvocationOperation call && call.Instance == use && Additions.Contains(call.TargetMethod.Name)
            && use.Type is INamedTypeSymbol { Name: "List" or "IList" or "HashSet" or "ISet" or "ICollection" }
            && use.Syntax.SpanStart < save.Syntax.SpanStart
            && ChangedValue.FunctionAround(use) == ChangedValue.FunctionAround(save));
        return add is null
            || DeclaredLength.Of(add.Property) is not null
            || uses.Any(use => SymbolEqualityComparer.Default.Equals(use.Property, add.Property) && IsBounded(use))
                ? null
                : (add.Property, CalledName.LocationOf(add.Parent!.Syntax));
    }

    private bool IsSet(VisibleObject update, string placeholder) =>
        update.CollectionOf("ExpressionAttributeValues").Entries.Any(entry => entry.Key is not null && ConstantText.Of(entry.Key) == placeholder
            && VisibleObject.From(entry.Value, sdk) is { } value && Sets.Any(value.Sets));

    /// <summary>Whether a use counts the elements, takes from them, or sets others in their place.</summary>
    private static bool IsBounded(IPropertyReferenceOperation use) =>
        use.Parent switch
        {
            IPropertyReferenceOperation { Property.Name: "Count" or "Length" } => true,
            IInvocationOperation call when call.Instance == use => Bounds.Contains(call.TargetMethod.Name),
            IArgumentOperation { Parent: IInvocationOperation call } => !Additions.Contains(call.TargetMethod.Name),
            ISimpleAssignmentOperation assignment => assignment.Target == use && assignment.Value.WithoutConversions() is not IObjectCreationOperation,
            _ => false,
        };
}
