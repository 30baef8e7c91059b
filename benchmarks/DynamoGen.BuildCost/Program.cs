using DynamoGen.BuildCost.Costs;
using DynamoGen.BuildCost.Fixing;
using DynamoGen.BuildCost.Sweeping;

switch (args)
{
    case ["sweep", var folder, .. var options]:
        return await SweepCommand.RunAsync(folder, SweepOptions.Parse(options));
    case ["fixes", var folder]:
        return await FixCommand.RunAsync(folder);
    case ["cost", .. var parts]:
        return await CostCommand.RunAsync(parts);
    default:
        Console.Error.WriteLine("Usage: sweep DIR [--by-folder] [--quiet] [--bound] [--references DLL|DIR ...]");
        Console.Error.WriteLine("       fixes DIR");
        Console.Error.WriteLine("       cost [edit] [build] [compiler] [entities]");
        return 2;
}
