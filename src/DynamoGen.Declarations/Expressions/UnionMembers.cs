using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Finds what a path means that goes into a value which is of one of several types.</summary>
internal static class UnionMembers
{
    /// <summary>The member of a name, which each type that has it stores alike.</summary>
    /// <exception cref="ExpressionException">No type has it, or two of them store it in different ways.</exception>
    public static BoundPath Step(BoundPath path, UnionValue union, string property)
    {
        var found = union.Cases
            .Select(type => type.Members.FirstOrDefault(member => member.IsStored && member.Property == property))
            .OfType<MemberModel>().ToArray();
        if (found.Length == 0)
        {
            throw new ExpressionException($"names '{property}', which is no stored property of a type that {union.Name} is stored as");
        }

        var first = found[0];
        if (found.Any(other => other.Attribute != first.Attribute || other.Value.WithoutNull.Signature != first.Value.WithoutNull.Signature))
        {
            throw new ExpressionException($"names '{property}', which the types that {union.Name} is stored as store in different ways");
        }

        var hasEach = found.Length == union.Cases.Count;
        var absence = found.Select(member => path.Absence.Then(member)).Aggregate((one, other) => one == other ? one : PathAbsence.Null);
        return path with
        {
            Path = path.Path.Then(new PathStep(first.Attribute)),
            Type = first.Value.WithoutNull,
            Last = found.FirstOrDefault(other => other.Value is NullableValue) ?? first,
            Absence = hasEach ? absence : PathAbsence.Null,
            OfSomeTypes = hasEach ? path.OfSomeTypes : property,
        };
    }
}
