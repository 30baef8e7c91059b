using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Writes;

/// <summary>Adds to an update what each write keeps by itself.</summary>
internal static class UpdateStamps
{
    public static void Add(LifecycleModel lifecycle, UpdateClauses clauses)
    {
        if (lifecycle.Lock is { } counted)
        {
            clauses.Adds.Add(new DeltaAction(ItemPath.Of(counted.Attribute), new ValueOperand(new ConstantValue(ConstantKind.Number, "1"))));
        }

        if (lifecycle.UpdatedAt is { } stamp)
        {
            Set(clauses, stamp, Time(stamp));
        }

        if (lifecycle.UpdatedRegion is { } region)
        {
            Set(clauses, region, new RegionSource());
        }

        if (lifecycle.Lineage is { } lineage)
        {
            // DynamoDB reads the mark before it sets the new one.
            var mark = ItemPath.Of(lineage.Mark.Attribute);
            var known = new IfNotExistsTerm(mark, new OperandTerm(new ValueOperand(new ConstantValue(ConstantKind.Text, LineageModel.NoBase))));
            clauses.Sets.Add(new SetAction(ItemPath.Of(lineage.Base.Attribute), known));
            clauses.Touched[lineage.Base.Property] = new TouchedProperty(value: null, isRemoved: false);
            Set(clauses, lineage.Mark, new MarkSource());
        }

        if (lifecycle.WriterEpoch is { } epoch)
        {
            Set(clauses, epoch, new EpochSource());
            clauses.Removes.Add(new RemoveAction(ItemPath.Of(WriterEpochs.Place)));
        }
    }

    /// <summary>The time of the call, as a member holds it.</summary>
    public static ClockSource Time(MemberModel member) => new(ScalarTypes.IsDateTime(member.Value) ? ClockForm.DateTime : ClockForm.DateTimeOffset);

    /// <summary>Sets a member, whatever it is.</summary>
    public static void Set(UpdateClauses clauses, MemberModel member, ValueSource value)
    {
        clauses.Sets.Add(new SetAction(ItemPath.Of(member.Attribute), new OperandTerm(new ValueOperand(new TypedValue(member.Value.WithoutNull, value)))));
        clauses.Touched[member.Property] = new TouchedProperty(value, isRemoved: false);
    }
}
