using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads where a method finds the newest version of its item.</summary>
internal sealed class NewestParser(PatternDeclaration declaration)
{
    /// <param name="form">What the item becomes.</param>
    /// <param name="newest">What was read; null where the method does not ask for the newest.</param>
    /// <returns>False with a problem.</returns>
    public bool TryParse(ItemForm form, out NewestModel? newest)
    {
        newest = null;
        if (declaration.Method.Attribute(DeclarationAttributes.ReadNewest) is not { } attribute)
        {
            return true;
        }

        var settings = EntityParser.Table(declaration.Entity, new DeclarationProblems())?.Settings ?? new TableSettings();
        newest = Model(settings, form, attribute);
        if (Problem(settings, form, newest) is not { } reason)
        {
            return true;
        }

        declaration.Problems.Add(DeclarationRule.PatternShape, attribute.Place() ?? declaration.Place, declaration.Method.Name, reason);
        return false;
    }

    private NewestModel Model(TableSettings settings, ItemForm form, AttributeData attribute)
    {
        var lifecycle = declaration.Model.Lifecycle;
        var model = (settings.IsStronglyConsistent, settings.Writes.Mode) switch
        {
            (true, _) => new NewestModel(NewestSource.EveryRegion),
            (_, RegionWriteMode.OneRegion) => new NewestModel(NewestSource.OneRegion),
            (_, RegionWriteMode.HomeRegion) => new NewestModel(NewestSource.HomeRegion),
            _ => new NewestModel(NewestSource.AllRegions, settings.Replicas.Count(replica => !replica.IsWitness))
            {
                UpdatedAt = Held(lifecycle.UpdatedAt),
                Tie = Held(lifecycle.Lineage?.Mark) ?? Held(lifecycle.UpdatedRegion),
            },
        };
        return model with { IsPartial = attribute.Named("Partial", otherwise: false) };

        MemberModel? Held(MemberModel? member) => member is not null && (form is EntityForm || form.Attributes.Contains(member.Attribute)) ? member : null;
    }

    /// <summary>Why the newest cannot be read so, as the end of a sentence; null where it can.</summary>
    private string? Problem(TableSettings settings, ItemForm form, NewestModel newest) => newest.Source switch
    {
        _ when declaration.Method.Has(DeclarationAttributes.ConsistentRead) => "[ReadNewest] reads consistently by itself; leave [ConsistentRead] out",
        _ when declaration.Method.Has(DeclarationAttributes.Cached) =>
            "[Cached] returns what was stored a while ago, which [ReadNewest] does not allow; leave one of them out",
        _ when settings.Replicas.Count < 2 => "[ReadNewest] means nothing to a table that is in one region; a [ConsistentRead] is its newest",
        NewestSource.HomeRegion when !IsNamed(settings.Writes.Property) =>
            $"[ReadNewest] asks the item's home region, and '{settings.Writes.Property}', which names it, is no part of the partition key",
        not NewestSource.AllRegions when newest.IsPartial => "Partial of [ReadNewest] means nothing where one region has the newest; leave it out",
        NewestSource.AllRegions when newest.UpdatedAt is null => declaration.Model.Lifecycle.UpdatedAt is not { } stamp
            ? $"[ReadNewest] compares the regions' items by their time; give '{declaration.Entity.Name}' a property with [UpdatedAt]"
            : $"[ReadNewest] compares the regions' items by '{stamp.Property}', which what it reads does not have",
        _ => null,
    };

    private bool IsNamed(string? home) =>
        declaration.Model.Keys[0].PartitionAttributes.SelectMany(attribute => attribute.Parts).Any(part => part.IsPlaceholder && part.Text == home);
}
