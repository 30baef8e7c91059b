using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>Finds what each attribute of a version that is written comes from, and proves that none is missing and none comes from two properties.</summary>
internal sealed class WrittenAttributes(
    INamedTypeSymbol type,
    int version,
    ObjectValue shape,
    IReadOnlyList<(DowncasterModel Model, IMethodSymbol Method)> downcasters,
    DeclarationProblems problems)
{
    private readonly IReadOnlyList<VersionedMember> _members = VersionedMember.Of(shape, version);

    public WrittenVersion? Parse()
    {
        ReportMissing();
        ReportDoubles();
        ReportUnread();
        return problems.Any
            ? null
            : new WrittenVersion(
                version,
                new EquatableArray<WrittenMember>(_members.Select(member => new WrittenMember(member.Member.Property, AttributeOf(member), UpdateOf(member)))),
                new EquatableArray<DowncasterModel>(downcasters.Select(downcaster => downcaster.Model)),
                null,
                GeneratedMembers.Marshaller(type));
    }

    /// <summary>The attribute of a property that keeps its form; a downcaster for it says that there is more to it.</summary>
    private string? AttributeOf(VersionedMember member) => member.Attribute is { } attribute && !IsYielded(attribute) ? attribute : null;

    private bool IsYielded(string attribute) => downcasters.Any(downcaster => downcaster.Model.Attribute == attribute);

    private IEnumerable<VersionedMember> Kept => _members.Where(member => AttributeOf(member) is not null);

    private IEnumerable<VersionedMember> Changed => _members.Where(member => AttributeOf(member) is null);

    private void ReportMissing()
    {
        foreach (var member in Changed)
        {
            var missing = member.Taken.FirstOrDefault(taken => !IsYielded(taken.Attribute) && !IsHeld(taken));
            if (missing is not null)
            {
                problems.Add(DeclarationRule.VersionGap, Place, type.Name,
                    $"no downcaster yields '{missing.Attribute}' of version {version}, from which '{member.Method}' takes '{member.Member.Property}'; "
                        + $"add a [Downcast(to: {version}, \"{missing.Attribute}\")]");
            }
        }
    }

    /// <summary>Whether another property holds an attribute in the form that an upcaster takes.</summary>
    private bool IsHeld(MemberModel taken) => Kept.Any(kept => AttributeOf(kept) == taken.Attribute && KeptForm.CanBeWritten(kept.Member.Value, taken.Value));

    private void ReportDoubles()
    {
        foreach (var same in Kept.GroupBy(AttributeOf).Where(same => same.Count() > 1))
        {
            var (first, second) = (same.First().Member.Property, same.Skip(1).First().Member.Property);
            problems.Add(DeclarationRule.AttributeConflict, Place, same.Key!, $"{first}' and '{second}");
        }
    }

    /// <summary>What no upcaster takes would come to stand among the attributes that the entity does not know.</summary>
    private void ReportUnread()
    {
        if (shape.CatchAll is not { } rest)
        {
            return;
        }

        foreach (var (model, method) in downcasters.Where(downcaster => !shape.ReadAttributes.Contains(downcaster.Model.Attribute)))
        {
            UpcasterParser.Refuse(
                method, $"yields '{model.Attribute}', which no upcaster takes, so that '{rest.Property}' would hold it once it is read", problems);
        }
    }

    /// <summary>What an update can do with a property, so that all that is made of it is made anew, and of nothing else.</summary>
    private WrittenUpdate UpdateOf(VersionedMember member)
    {
        var property = member.Member.Property;
        var made = downcasters.Where(downcaster => downcaster.Model.Properties.Contains(property)).Select(downcaster => downcaster.Model).ToArray();
        var own = AttributeOf(member);
        var isShared = Changed.Any(other => other != member
            && other.Taken.Any(taken => taken.Attribute == own || made.Any(model => model.Attribute == taken.Attribute)));
        var isComplete = own is not null || (member.Taken.Count > 0 && member.Taken.All(taken => made.Any(model => model.Attribute == taken.Attribute)));
        var isAlone = made.All(model => model.Properties.Count == 1) && (made.Length == 0 || member.Member.Value is not RegionalValue);
        var isHidden = made.Any(model =>
            model.Reach == TypeReach.Entity || StoredValues.WithContent(model.Value).Any(value => value.Reach == TypeReach.Entity));
        return isShared || !isComplete || !isAlone || isHidden ? WrittenUpdate.Refused
            : made.Length == 0 ? WrittenUpdate.Free
            : WrittenUpdate.Whole;
    }

    private Location? Place => type.Attribute(DeclarationAttributes.Entity)!.Place();
}
