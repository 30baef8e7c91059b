using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Syntax;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Changes in an update the part that the region of the call has of a value.</summary>
internal static class RegionalUpdate
{
    /// <summary>The part that is changed.</summary>
    public static ItemPath PathOf(MemberModel member) => ItemPath.OfPart(member.Attribute, (RegionalValue)member.Value);

    /// <summary>Adds an action to the clauses of an update.</summary>
    /// <exception cref="ExpressionException">The action cannot be one of such a value.</exception>
    public static void Add(UpdateClauses clauses, OperandBinder operands, ExpressionToken keyword, MemberModel member, OperandSyntax? value)
    {
        var regional = (RegionalValue)member.Value;
        if (regional.Kind == RegionalKind.Counter && keyword.IsKeyword("ADD"))
        {
            clauses.Adds.Add(new DeltaAction(PathOf(member), new ValueOperand(Amount(operands, member, value!))));
        }
        else if (regional.Kind != RegionalKind.Counter
            && keyword.IsKeyword("SET")
            && value is ValueSyntax { Token.Kind: ExpressionTokenKind.Parameter }
            && ((ValueOperand)operands.Bind(value, regional)).Value is TypedValue given)
        {
            var part = new TypedValue(regional.Part, new PartSource(given.Source, regional.Writers));
            clauses.Sets.Add(new SetAction(PathOf(member), new OperandTerm(new ValueOperand(part))));
        }
        else
        {
            throw Misused(member);
        }

        clauses.Touched[member.Property] = new TouchedProperty(value: null, isRemoved: false);
    }

    /// <summary>What a value of which regions have parts cannot be used for.</summary>
    public static ExpressionException Misused(MemberModel member) => new(((RegionalValue)member.Value).Kind == RegionalKind.Counter
        ? $"uses '{member.Property}', of which each region has a part and no item the sum; only ADD takes it, of an update"
        : $"uses '{member.Property}', of which each region has a part and no item the whole; only an update takes it, by SET {member.Property} = "
            + "{…}, a parameter of the property's type");

    /// <summary>What is added to a counter.</summary>
    private static RequestValue Amount(OperandBinder operands, MemberModel counter, OperandSyntax value)
    {
        var amount = ((ValueOperand)operands.Bind(value, ((RegionalValue)counter.Value).Part)).Value;
        return amount switch
        {
            ConstantValue constant when !constant.Text.All(char.IsDigit) => throw new ExpressionException(
                $"adds {constant.Text} to '{counter.Property}', a counter of regions, which takes whole numbers that are not negative"),
            TypedValue given => given with { Source = new IncrementSource(given.Source) },
            _ => amount,
        };
    }
}
