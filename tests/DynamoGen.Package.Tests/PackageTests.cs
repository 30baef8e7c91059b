namespace DynamoGen.Package.Tests;

/// <summary>Somebody installs the package and builds: what <c>dotnet build</c> and <c>dotnet format</c> then do.</summary>
public sealed class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task A_build_shows_every_rule_of_the_walkthrough_as_the_page_has_it()
    {
        var (succeeded, said) = await package.CreateConsumer("Bad", Repository.Folder("samples", "BadDesign")).BuildAsync();

        Assert.True(succeeded);
        Assert.Equal(BuildLine.In(await File.ReadAllTextAsync(Repository.Folder("docs", "walkthrough.md"))), said);
    }

    [Fact]
    public async Task A_good_design_builds_without_a_warning()
    {
        var (succeeded, said) = await package.CreateConsumer("Good", Repository.Folder("samples", "GoodDesign")).BuildAsync();

        Assert.True(succeeded);
        Assert.Empty(said);
    }

    [Fact]
    public async Task A_lock_begins_empty_is_filled_by_one_command_and_then_guards_what_is_stored()
    {
        var project = package.CreateConsumer("Locked", Repository.Folder("samples", "GoodDesign"));
        await File.WriteAllTextAsync(Path.Combine(project.Folder, "dynamogen.lock.json"), "{}");
        var (_, unlocked) = await project.BuildAsync();
        Assert.NotEmpty(unlocked);
        Assert.All(unlocked, line => Assert.Contains("warning DG7003", line, StringComparison.Ordinal));

        await project.FixAsync("DG7003");
        Assert.Empty((await project.BuildAsync()).Said);

        var shipment = Path.Combine(project.Folder, "Shipping", "Shipment.cs");
        await File.WriteAllTextAsync(shipment, (await File.ReadAllTextAsync(shipment)).Replace("SHIPMENT#", "PARCEL#", StringComparison.Ordinal));
        var (succeeded, said) = await project.BuildAsync();
        Assert.False(succeeded);
        Assert.Contains(said, line => line.Contains("error DG7002", StringComparison.Ordinal));
    }
}
