using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Values;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Analyzers.Regions;

/// <summary>The numbers of an entity to which updates add, and which are no counters of their regions.</summary>
internal sealed class LocalCounters(EntityModel entity)
{
    /// <summary>The property to which an access pattern adds; null where it adds to none.</summary>
    public string? AddedToBy(PatternModel pattern)
    {
        if (pattern is not WritePattern { Expressions.Update: { } update })
        {
            return null;
        }

        var added = update.Adds.Where(add => add.Path.IsWhole).Select(add => add.Path)
            .Concat(update.Sets.Where(set => IsSumOfItself(set.Value, set.Path)).Select(set => set.Path));
        return added.Select(Property).FirstOrDefault(property => property is not null);
    }

    private static bool IsSumOfItself(UpdateTerm value, ItemPath path) => value is SumTerm sum
        && new[] { sum.First }.Concat(sum.Addends.Select(addend => addend.Term)).Any(term => Reads(term, path));

    private static bool Reads(UpdateTerm term, ItemPath path) => term switch
    {
        OperandTerm { Operand: PathOperand operand } => operand.Path == path,
        IfNotExistsTerm other => other.Path == path,
        _ => false,
    };

    /// <summary>The property that is counted; null for the lock, for a set, and for a counter of its region.</summary>
    private string? Property(ItemPath path)
    {
        var member = entity.Shape.Members.FirstOrDefault(member => member.Attribute == path.Attribute);
        return member is not null
            && member != entity.Lifecycle.Lock
            && (!path.IsWhole || IsNumber(member.Value.WithoutNull))
                ? member.Property
                : null;
    }

    private static bool IsNumber(ValueModel value) => value switch
    {
        ScalarValue scalar => scalar.IsNumber,
        ConvertedValue converted => IsNumber(converted.Stored),
        _ => false,
    };
}
