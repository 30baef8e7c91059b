using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Reads the constant parts of a filter, which code may append to it, set in branches, or join.</summary>
internal sealed class FilterTexts
{
    private const int MostLocals = 8;

    private static readonly string[] Links = ["AND ", "OR "];

    private readonly List<(IOperation Value, DynamoExpression Expression)> _parts = [];
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    private FilterTexts()
    {
    }

    /// <summary>The parts that are conditions by themselves, in the order of the code; what is not constant is left out.</summary>
    public static IReadOnlyList<(IOperation Value, DynamoExpression Expression)> Of(VisibleObject query)
    {
        var texts = new FilterTexts();
        foreach (var value in query.ValuesOf("FilterExpression"))
        {
            texts.Read(value);
        }

        return texts._parts;
    }

    private void Read(IOperation part)
    {
        var value = part.WithoutConversions();
        if (ConstantText.Of(value) is { } text)
        {
            Add(value, text);
            return;
        }

        switch (value)
        {
            case ICompoundAssignmentOperation append:
                Read(append.Value);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                Read(sum.LeftOperand);
                Read(sum.RightOperand);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                Read(choice.WhenTrue);
                Read(otherwise);
                break;
            case IInvocationOperation { TargetMethod: { Name: "Join", ContainingType.SpecialType: SpecialType.System_String } } join
                when join.Arguments is { Length: 2 } joined:
                ReadList(joined[1].Value);
                break;
            case ILocalReferenceOperation { Local: var local } when _followed.Count < MostLocals && _followed.Add(local):
                ReadLocal(local, value);
                break;
        }
    }

    private void ReadLocal(ILocalSymbol local, IOperation use)
    {
        if (LocalVariable.DeclaredValueOf(local, use) is { } declared)
        {
            Read(declared);
        }

        foreach (var assignment in LocalVariable.UsesOf(local, use).Select(other => other.Parent).OfType<IAssignmentOperation>())
        {
            if (assignment.Target is ILocalReferenceOperation { Local: var target } && SymbolEqualityComparer.Default.Equals(target, local))
            {
                Read(assignment.Value);
            }
        }
    }

    /// <summary>The conditions in a list that <c>string.Join</c> puts together.</summary>
    private void ReadList(IOperation list)
    {
        if (list.WithoutConversions() is not ILocalReferenceOperation { Local: var local } use || !_followed.Add(local))
        {
            return;
        }

        foreach (var add in LocalVariable.UsesOf(local, use).Select(other => other.Parent).OfType<IInvocationOperation>()
            .Where(call => call is { TargetMethod.Name: "Add", Arguments.Length: 1 }))
        {
            Read(add.Arguments[0].Value);
        }
    }

    private void Add(IOperation value, string text)
    {
        var condition = text.Trim();
        foreach (var link in Links)
        {
            condition = condition.StartsWith(link, StringComparison.OrdinalIgnoreCase) ? condition.Substring(link.Length) : condition;
            condition = condition.EndsWith(" " + link.TrimEnd(), StringComparison.OrdinalIgnoreCase)
                ? condition.Substring(0, condition.Length - link.Length)
                : condition;
        }

        if (DynamoExpression.Parse(condition, ExpressionKind.Filter) is { IsValid: true, Condition: not null } expression)
        {
            _parts.Add((value, expression));
        }
    }
}
