using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Patches;

/// <summary>Makes the update that a patch says: each property is set or removed where the patch gives it.</summary>
/// <param name="parameter">The parameter that holds the patch.</param>
internal sealed class PatchUpdate(string parameter)
{
    private readonly UpdateClauses _clauses = new();

    public static UpdateClauses Of(PatchModel patch, string parameter)
    {
        var update = new PatchUpdate(parameter);
        foreach (var property in patch.Content.Properties)
        {
            update.Add(property, ItemPath.Of(property.Member.Attribute), [property.Member.Property]);
            update.Touch(property);
        }

        return update._clauses;
    }

    private void Add(PatchProperty property, ItemPath path, string[] names)
    {
        if (property.Inner is not { } inner)
        {
            Change(property.Member, path, new ChangeSource(parameter, new EquatableArray<string>(names), FormOf(property.Member.Value)));
            return;
        }

        foreach (var member in inner.Content.Properties)
        {
            Add(member, path.Then(new PathStep(member.Member.Attribute)), [.. names, member.Member.Property]);
        }
    }

    private void Change(MemberModel member, ItemPath path, ChangeSource source)
    {
        var value = new TypedValue(member.Value.WithoutNull, source);
        var isSet = IsSet(member, source);
        var isRemoved = member.Value is NullableValue ? new ChangeTest(source, ChangeKind.Removed) : null;
        if (Stored(value.Type) is SetValue)
        {
            var isEmpty = new DefaultComparison(Comparator.Equal, value);
            _clauses.Sets.Add(Set(path, value, ValueTest.All(isSet, isEmpty.Opposite)));
            _clauses.Removes.Add(new RemoveAction(path, ValueTest.Any([ValueTest.All(isSet, isEmpty), .. isRemoved is null ? [] : new[] { isRemoved }])));
            return;
        }

        _clauses.Sets.Add(Set(path, value, isSet));
        if (isRemoved is not null && member.WritesNull)
        {
            _clauses.Sets.Add(Set(path, new ConstantValue(ConstantKind.Null, string.Empty), isRemoved));
        }
        else if (isRemoved is not null)
        {
            _clauses.Removes.Add(new RemoveAction(path, isRemoved));
        }
    }

    private void Touch(PatchProperty property)
    {
        var source = new ChangeSource(
            parameter, new EquatableArray<string>([property.Member.Property]), FormOf(property.Member.Value));
        _clauses.Touched[property.Member.Property] = property.Inner is not null
            ? new TouchedProperty(null, isRemoved: false)
            : new TouchedProperty(source, isRemoved: false)
            {
                When = IsSet(property.Member, source),
                WhenRemoved = property.Member.Value is NullableValue ? new ChangeTest(source, ChangeKind.Removed) : null,
            };
    }

    private static ChangeTest IsSet(MemberModel member, ChangeSource source) =>
        new(source, member.Value is NullableValue ? ChangeKind.Set : ChangeKind.Given);

    private static NullForm FormOf(ValueModel value) => value is not NullableValue ? NullForm.Never : value.IsReference ? NullForm.Reference : NullForm.Value;

    private static SetAction Set(ItemPath path, RequestValue value, ValueTest when) => new(path, new OperandTerm(new ValueOperand(value)), when);

    private static ValueModel Stored(ValueModel type) => type is ConvertedValue converted ? Stored(converted.Stored) : type;
}
