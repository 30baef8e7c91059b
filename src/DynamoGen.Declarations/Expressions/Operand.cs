using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Expressions;

/// <summary>One side of a comparison: something that is stored, whose type is known, or a value that takes the type of the other side.</summary>
internal abstract class Operand
{
    /// <summary>How it is stored, or null for a value that has no type of its own.</summary>
    public virtual ValueModel? Type => null;

    /// <summary>Its text in the expression, once its type is known.</summary>
    public abstract string Text(ExpressionScope scope, ValueModel type);
}

/// <summary>Something that is stored, or computed from it.</summary>
internal sealed class StoredOperand(string text, ValueModel type, bool isPath) : Operand
{
    public override ValueModel? Type { get; } = type;

    /// <summary>Whether it is an attribute rather than computed from one.</summary>
    public bool IsPath { get; } = isPath;

    public override string Text(ExpressionScope scope, ValueModel type) => text;
}

/// <summary>A parameter of the method.</summary>
internal sealed class ParameterOperand(IParameterSymbol parameter) : Operand
{
    public string Name { get; } = TypeNames.Escaped(parameter.Name);

    public override string Text(ExpressionScope scope, ValueModel type)
    {
        var stored = type is NullableValue nullable ? nullable.Inner : type;
        var given = parameter.Type.PlainName();
        if (given != stored.TypeName)
        {
            throw new ExpressionException($"compares or sets {stored.TypeName.Replace("global::", string.Empty)} with '{{{parameter.Name}}}', which is {given.Replace("global::", string.Empty)}");
        }

        return scope.Value(new ExpressionValue(stored, Name));
    }
}

/// <summary>A number, a text in quotes, true or false.</summary>
internal sealed class LiteralOperand(ExpressionToken token) : Operand
{
    public override string Text(ExpressionScope scope, ValueModel type) => scope.Value(new ExpressionValue(null, string.Empty, Constant: Json(type is NullableValue nullable ? nullable.Inner : type)));

    private string Json(ValueModel type)
    {
        var stored = type is ConvertedValue { MayFail: false } wrapper ? wrapper.Stored : type;
        return (token.Kind, stored) switch
        {
            (ExpressionTokenKind.Text, ScalarValue { Kind: ScalarKind.String }) => $"{{\"S\":\"{JsonText.Of(token.Text)}\"}}",
            (ExpressionTokenKind.Text, EnumValue { IsNumber: false } names) => $"{{\"S\":\"{JsonText.Of(StoredName(names))}\"}}",
            (ExpressionTokenKind.Number, ScalarValue { Kind: ScalarKind.Number }) => $"{{\"N\":\"{token.Text}\"}}",
            (ExpressionTokenKind.Word, ScalarValue { Kind: ScalarKind.Boolean }) => $"{{\"BOOL\":{token.Text.ToLowerInvariant()}}}",
            _ => throw new ExpressionException($"compares or sets {type.TypeName.Replace("global::", string.Empty)} with the literal '{token.Text}'; take a parameter"),
        };
    }

    private string StoredName(EnumValue type) => type.Members.FirstOrDefault(member => member.Name == token.Text)?.StoredName
        ?? throw new ExpressionException($"names '{token.Text}', which is no member of {type.Name}");
}
