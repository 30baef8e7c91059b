using DynamoGen.Cli.Adoption.Classes;
using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Mapping;

/// <summary>Makes the properties of a class.</summary>
/// <param name="source">The types of the files.</param>
/// <param name="types">The types that are written.</param>
/// <param name="manner">How the class is stored.</param>
/// <param name="owner">What the class is written as.</param>
internal sealed class ClassProperties(SourceTypes source, WrittenTypes types, StorageManner manner, string owner)
{
    private readonly ConstantTexts _constants = new(source);
    private readonly ClassForms _forms = new(source, types);
    private readonly NameSet _names = new([.. NameSet.OfMembers, owner, "Others"], "Value");
    private readonly List<string> _doubts = [];

    /// <summary>Whether attributes begin with a small letter; those of a table may while those of what its items hold do not.</summary>
    public bool IsCamelCase { get; init; } = manner.IsCamelCase;

    /// <param name="members">The members.</param>
    /// <param name="doubts">What is not certain of what they are left out for.</param>
    public IReadOnlyList<ClassProperty> Of(IReadOnlyList<MappedMember> members, out IReadOnlyList<string> doubts)
    {
        List<ClassProperty> properties = [.. members.SelectMany(member => Of(member, []))];
        doubts = _doubts;
        return properties;
    }

    private IEnumerable<ClassProperty> Of(MappedMember member, IReadOnlyList<DeclaredType> within)
    {
        if (member.Has("DynamoDBIgnore"))
        {
            _doubts.Add($"'{member.Name}' is ignored by the context; copy it with [Ignore] where it is needed");
            return [];
        }

        if (!member.IsWritable)
        {
            _doubts.Add($"'{member.Name}' cannot be set, so that the context does not store it; copy it with [Ignore] where it is needed");
            return [];
        }

        if (!member.Has("DynamoDBFlatten"))
        {
            return [Property(new MemberStorage(member, _constants))];
        }

        if (source.Find(ClassForms.WithoutNull(member.Type), member.Owner) is { IsEnum: false } flat && !within.Contains(flat))
        {
            return MappedMember.Of(flat, source).SelectMany(inner => Of(inner, [.. within, flat]));
        }

        _doubts.Add(
            $"the context stores the members of '{member.Name}' as attributes of the item, and '{member.Type}' is in no file that was read; declare them");
        return [];
    }

    private ClassProperty Property(MemberStorage storage)
    {
        var member = storage.Member;
        var indexes = storage.Indexes().ToList();
        var doubts = new List<string>();
        var attribute = storage.AttributeName(IsCamelCase, out var unknown);
        if (unknown is not null)
        {
            doubts.Add($"stored by the name {unknown}, which no file that was read tells; write it as [AttributeName]");
        }

        var (form, marks) = MemberForms.Of(storage, Form(storage), doubts);
        var isTableKey = storage.IsHashKey || storage.IsRangeKey;
        if (isTableKey || indexes.Count > 0)
        {
            form = KeyForms.Of(form, types, doubts);
        }

        var absence = Absence.Of(member, form, isTableKey, indexes.Count > 0, marks.Count > 0, doubts);
        var name = _names.Take(Naming.IsKeyword(member.Name) ? Naming.Property(member.Name) : member.Name);
        var draft = new PropertyDraft(name, attribute, form, absence.IsNull, marks, [.. form.Doubts, .. doubts]) { Initial = absence.Initial };
        return new ClassProperty(draft, storage, indexes);
    }

    private ValueForm Form(MemberStorage storage)
    {
        var member = storage.Member;
        var derived = member.Attributes.Where(attribute => attribute.Name == "DynamoDBPolymorphicType").ToList();
        return storage.Converter is { } converter
                ? ValueForm.Raw($"stored by '{converter}'; write an IAttributeConverter that stores the same, and [Converter<...>] of '{member.Type}'")
            : derived.Count > 0 ? ClassForms.Polymorphic(ClassForms.WithoutNull(member.Type).ToString(), derived)
            : _forms.Of(member.Type, member.Owner, manner);
    }
}

/// <summary>A property that is to be written, with what the class says of it.</summary>
/// <param name="Draft">The property.</param>
/// <param name="Storage">How it is stored.</param>
/// <param name="Indexes">The indexes whose key it is a part of.</param>
internal sealed record ClassProperty(PropertyDraft Draft, MemberStorage Storage, IReadOnlyList<IndexPart> Indexes);
