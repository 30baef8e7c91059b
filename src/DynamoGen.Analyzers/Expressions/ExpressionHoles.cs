using System.Text.RegularExpressions;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>Finds what the text of an expression is put together from beside constants.</summary>
internal sealed class ExpressionHoles
{
    /// <summary>What a hole is in the text ahead of another.</summary>
    private const char Hole = '\uFFFC';

    private const int MostLocals = 8;

    private static readonly Regex PlaceholderName = new($"[:#][A-Za-z0-9_{Hole}]*$", RegexOptions.CultureInvariant);

    /// <summary>The name of a table, or of its index, in a statement: no parameter can stand there.</summary>
    private static readonly Regex Table = new(
        $"\\b(FROM|INTO|UPDATE)\\s+(\"?|\"?[^\\s\"]*\"?\\.\"?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private readonly List<IOperation> _holes = [];
    private string _text = string.Empty;
    private int _locals;

    /// <summary>
    /// The holes that stand for something else than the name of a placeholder or a table; none where the text is constant or not put together here.
    /// </summary>
    public static IReadOnlyList<IOperation> In(IOperation value)
    {
        var holes = new ExpressionHoles();
        if (ConstantText.Of(value) is null && PartsOf(value) is not null)
        {
            holes.Read(value);
        }
        else if (value.WithoutConversions() is ILocalReferenceOperation local
            && LocalVariable.OnlyValueOf(local.Local, local) is { } only
            && PartsOf(only) is not null)
        {
            holes.Read(only);
        }

        return holes._holes;
    }

    private void Read(IOperation part)
    {
        var value = part.WithoutConversions();
        if (ConstantText.Of(value) is { } text)
        {
            _text += text;
        }
        else if (PartsOf(value) is { } parts)
        {
            parts.ForEach(Read);
        }
        else if (value is ILocalReferenceOperation local && _locals++ < MostLocals && LocalVariable.OnlyValueOf(local.Local, local) is { } only)
        {
            Read(only);
        }
        else
        {
            if (!PlaceholderName.IsMatch(_text) && !Table.IsMatch(_text))
            {
                _holes.Add(value);
            }

            _text += Hole;
        }
    }

    /// <summary>The parts of an interpolated or joined text, in order; null for anything else.</summary>
    private static List<IOperation>? PartsOf(IOperation value) =>
        value.WithoutConversions() switch
        {
            IInterpolatedStringOperation interpolated => [.. interpolated.Parts.Select(part => part switch
            {
                IInterpolatedStringTextOperation text => text.Text,
                IInterpolationOperation hole => hole.Expression,
                _ => part,
            })],
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => [sum.LeftOperand, sum.RightOperand],
            IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String } } concat =>
                [.. concat.Arguments.Select(argument => argument.Value)],
            IInvocationOperation { TargetMethod: { Name: "Join", ContainingType.SpecialType: SpecialType.System_String } } join =>
                [.. join.Arguments.Skip(1).SelectMany(ValuesOf)],
            IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } format => FormattedBy(format),
            _ => null,
        };

    /// <summary>The arguments of a format that is constant and names each by <c>{0}</c>; what stands between them is left out.</summary>
    private static List<IOperation>? FormattedBy(IInvocationOperation format) =>
        format.Arguments.Length > 1 && ConstantText.Of(format.Arguments[0].Value) is { } text && !text.Contains(':') && !text.Contains('#')
            ? [.. format.Arguments.Skip(1).SelectMany(ValuesOf)]
            : null;

    /// <summary>The values of an argument, which params gather in an array or a span.</summary>
    private static IEnumerable<IOperation> ValuesOf(IArgumentOperation argument) =>
        argument.Value is IArrayCreationOperation { Initializer: { } all } ? all.ElementValues.AsEnumerable()
        : argument is { ArgumentKind: not ArgumentKind.Explicit, Value: { } gathered } && gathered.ChildOperations.Any() ? gathered.ChildOperations
        : [argument.Value];
}
